@NullMarked
package dongtin.ingest;

import org.jspecify.annotations.NullMarked;
