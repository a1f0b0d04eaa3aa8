/** The node's analysis plugin: Lucene's filters under the names and parameters of Elasticsearch's analysis-common. */
@NullMarked
package dongtin.elasticsearch.analysis;

import org.jspecify.annotations.NullMarked;
