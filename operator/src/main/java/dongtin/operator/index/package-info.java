/** The index as operators look at it: through the alias of all articles. */
@NullMarked
package dongtin.operator.index;

import org.jspecify.annotations.NullMarked;
