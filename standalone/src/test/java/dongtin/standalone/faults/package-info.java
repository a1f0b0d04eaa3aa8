/** The whole system in separate processes, which are killed at random instants while stories are pushed. */
@NullMarked
package dongtin.standalone.faults;

import org.jspecify.annotations.NullMarked;
