/** What must outlive a process that fetches feeds, kept on a compacted topic, and which instance has which feeds in hand. */
@NullMarked
package dongtin.ingest.cursor;

import org.jspecify.annotations.NullMarked;
