/** The operators' command line. */
@NullMarked
package dongtin.operator;

import org.jspecify.annotations.NullMarked;
