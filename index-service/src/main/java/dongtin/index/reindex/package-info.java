/** The command that fills a new generation of the index from the topic. */
@NullMarked
package dongtin.index.reindex;

import org.jspecify.annotations.NullMarked;
