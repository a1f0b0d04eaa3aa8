/** What runs inside the node's own process; nothing of it is for the process that starts the node. */
@NullMarked
package dongtin.elasticsearch.server;

import org.jspecify.annotations.NullMarked;
