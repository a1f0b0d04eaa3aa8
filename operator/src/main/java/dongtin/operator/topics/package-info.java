/** How full the topics are and how far their readers. */
@NullMarked
package dongtin.operator.topics;

import org.jspecify.annotations.NullMarked;
