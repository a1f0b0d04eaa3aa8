/** Kibana's objects, and the job that installs them. */
@NullMarked
package dongtin.index.kibana;

import org.jspecify.annotations.NullMarked;
