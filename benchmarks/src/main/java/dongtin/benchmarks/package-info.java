/** How fast the parts are; run as {@code docs/benchmarks.md} says. */
@NullMarked
package dongtin.benchmarks;

import org.jspecify.annotations.NullMarked;
