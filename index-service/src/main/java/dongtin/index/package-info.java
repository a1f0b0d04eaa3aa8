@NullMarked
package dongtin.index;

import org.jspecify.annotations.NullMarked;
