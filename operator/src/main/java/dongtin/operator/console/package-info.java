/** What an operator sees: tables, lines of JSON, progress, times, and why something could not be done. */
@NullMarked
package dongtin.operator.console;

import org.jspecify.annotations.NullMarked;
