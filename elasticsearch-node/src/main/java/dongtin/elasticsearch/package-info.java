/** A single Elasticsearch node in a process of its own, started from released artifacts. */
@NullMarked
package dongtin.elasticsearch;

import org.jspecify.annotations.NullMarked;
