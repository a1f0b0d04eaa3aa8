/** Dead letters: what they are, back to where they failed once, or put aside. */
@NullMarked
package dongtin.operator.dead;

import org.jspecify.annotations.NullMarked;
