/** Feeds whose hubs deliver their news: W3C WebSub, as a subscriber. */
@NullMarked
package dongtin.ingest.websub;

import org.jspecify.annotations.NullMarked;
