/** The broker as operators look at it: outside of any consumer group, committed messages only. */
@NullMarked
package dongtin.operator.kafka;

import org.jspecify.annotations.NullMarked;
