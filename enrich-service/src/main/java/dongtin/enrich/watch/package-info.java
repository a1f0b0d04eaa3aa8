/** What operators and orchestrators are told of the stream: the broker, the group's lag, whether it is consuming. */
@NullMarked
package dongtin.enrich.watch;

import org.jspecify.annotations.NullMarked;
