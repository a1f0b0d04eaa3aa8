/** The way into Kafka: the original and its items in one transaction. */
@NullMarked
package dongtin.ingest.raw;

import org.jspecify.annotations.NullMarked;
