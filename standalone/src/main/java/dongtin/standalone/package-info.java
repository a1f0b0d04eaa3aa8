/** The whole system in one command on one machine: a Kafka broker, an Elasticsearch node, the services. */
@NullMarked
package dongtin.standalone;

import org.jspecify.annotations.NullMarked;
