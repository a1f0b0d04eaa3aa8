@NullMarked
package dongtin.desk;

import org.jspecify.annotations.NullMarked;
