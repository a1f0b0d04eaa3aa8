@NullMarked
package dongtin.enrich;

import org.jspecify.annotations.NullMarked;
