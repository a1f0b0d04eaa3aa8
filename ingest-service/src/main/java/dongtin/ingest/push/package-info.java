/** Feeds that push over HTTP. */
@NullMarked
package dongtin.ingest.push;

import org.jspecify.annotations.NullMarked;
