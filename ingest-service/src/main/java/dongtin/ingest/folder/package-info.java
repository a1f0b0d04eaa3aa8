/** Feeds that drop files into a folder of this machine. */
@NullMarked
package dongtin.ingest.folder;

import org.jspecify.annotations.NullMarked;
