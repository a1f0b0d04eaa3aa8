/** The index: its template, its name and its aliases. */
@NullMarked
package dongtin.index.template;

import org.jspecify.annotations.NullMarked;
