/** Formats: a message's bytes in, raw items and refusals out. Plain Java; one more format is one more {@link dongtin.ingest.format.WireFormat}. */
@NullMarked
package dongtin.ingest.format;

import org.jspecify.annotations.NullMarked;
