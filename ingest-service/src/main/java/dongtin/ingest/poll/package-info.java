/** Feeds that are fetched over HTTP, again and again, by exactly one instance each. */
@NullMarked
package dongtin.ingest.poll;

import org.jspecify.annotations.NullMarked;
