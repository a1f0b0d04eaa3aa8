/** From the topic into the index: what becomes of each message. */
@NullMarked
package dongtin.index.write;

import org.jspecify.annotations.NullMarked;
