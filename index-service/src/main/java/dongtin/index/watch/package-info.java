/** What operators and orchestrators are told of what is outside: the broker, the group's lag, Elasticsearch's disks. */
@NullMarked
package dongtin.index.watch;

import org.jspecify.annotations.NullMarked;
