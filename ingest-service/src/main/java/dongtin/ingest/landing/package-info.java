/** What the ways have in common by which messages are fetched rather than pushed: rounds, back-off, what becomes of a message. */
@NullMarked
package dongtin.ingest.landing;

import org.jspecify.annotations.NullMarked;
