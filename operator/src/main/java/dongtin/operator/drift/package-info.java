/** Whether the index holds what the topic says. */
@NullMarked
package dongtin.operator.drift;

import org.jspecify.annotations.NullMarked;
