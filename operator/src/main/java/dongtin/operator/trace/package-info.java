/** All that there is of one item. */
@NullMarked
package dongtin.operator.trace;

import org.jspecify.annotations.NullMarked;
