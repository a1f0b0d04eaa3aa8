/** What the taggers know about the world: tab-separated files of words, read once and shared. */
@NullMarked
package dongtin.enrich.knowledge;

import org.jspecify.annotations.NullMarked;
