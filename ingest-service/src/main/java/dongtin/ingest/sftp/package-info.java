/** Feeds whose files are fetched from an SFTP server. */
@NullMarked
package dongtin.ingest.sftp;

import org.jspecify.annotations.NullMarked;
