/** Feeds whose messages come as mail. */
@NullMarked
package dongtin.ingest.mail;

import org.jspecify.annotations.NullMarked;
