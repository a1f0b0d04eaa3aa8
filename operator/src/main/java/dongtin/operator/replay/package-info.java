/** Publishing messages again, such that nothing older wins. */
@NullMarked
package dongtin.operator.replay;

import org.jspecify.annotations.NullMarked;
