/** The pages that people read, rendered here, without JavaScript. */
@NullMarked
package dongtin.desk.page;

import org.jspecify.annotations.NullMarked;
