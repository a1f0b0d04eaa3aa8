/** What operators and orchestrators are told of the broker. */
@NullMarked
package dongtin.ingest.watch;

import org.jspecify.annotations.NullMarked;
