/** What operators are told in the same way by every service: the broker, the group's lag, whether it consumes, meters by feed, traces. */
@NullMarked
package dongtin.watch;

import org.jspecify.annotations.NullMarked;
