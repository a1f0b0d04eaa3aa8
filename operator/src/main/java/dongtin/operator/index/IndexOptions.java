package dongtin.operator.index;

import java.net.URI;
import picocli.CommandLine.Option;

/** The options of how to reach Elasticsearch; credentials come from the environment, as arguments stand in the list of processes. */
public final class IndexOptions {

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            defaultValue = "${env:DONGTIN_ELASTICSEARCH:-http://127.0.0.1:9200}",
            description = "Where Elasticsearch answers; also DONGTIN_ELASTICSEARCH in the environment (default:"
                    + " ${DEFAULT-VALUE}). Signs in with ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and"
                    + " ELASTICSEARCH_PASSWORD, of the environment.")
    private URI url = URI.create("http://127.0.0.1:9200");

    /**
     * The index; whether it answers shows with the first question.
     *
     * @throws dongtin.operator.console.Trouble if the address is none
     */
    public NewsAll open() {
        return new NewsAll(new Elasticsearch(url, System.getenv()));
    }
}
