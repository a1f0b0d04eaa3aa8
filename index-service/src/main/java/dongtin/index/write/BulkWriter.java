package dongtin.index.write;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dongtin.index.template.NewsIndex;
import dongtin.index.template.Story;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Writes items to the index, in bulk requests of bounded size, and tells for each what became of it. An older version never
 * overwrites a newer one; an equal one does, so that a replay after a mended parser or tagger wins. Thread-safe.
 */
@Component
public class BulkWriter {

    private static final Outcome NOT_TRIED = new Outcome.Busy("not tried: Elasticsearch was busy before its turn");

    private final BulkRequests requests;
    private final NewsIndex index;
    private final WriteProperties properties;
    private final Clock clock;

    BulkWriter(BulkRequests requests, NewsIndex index, WriteProperties properties, Clock clock) {
        this.requests = requests;
        this.index = index;
        this.properties = properties;
        this.clock = clock;
    }

    /** A writer with the settings that a service has by default, for programs that are none. */
    public static BulkWriter of(Rest5Client elasticsearch, NewsIndex index) {
        var transport = new Rest5ClientTransport(elasticsearch, new Jackson3JsonpMapper());
        return new BulkWriter(
                new BulkRequests(new ElasticsearchClient(transport)),
                index,
                new Binder().bindOrCreate("dongtin.index.write", WriteProperties.class),
                Clock.systemUTC());
    }

    /** An outcome for each item, in their order. Once Elasticsearch is busy, the rest is not tried: busy, too. */
    public List<Outcome> write(List<EnrichedItem> items) {
        var outcomes = new Outcome[items.size()];
        List<String> indexes;
        try {
            indexes = index.indexes(items.stream()
                    .map(item -> new Story(item.item().id(), ArticleDocument.published(item.item())))
                    .toList());
        } catch (IOException e) {
            Arrays.fill(outcomes, new Outcome.Busy(String.valueOf(e.getMessage())));
            return List.of(outcomes);
        }
        Arrays.fill(outcomes, NOT_TRIED);
        var bulk = new ArrayList<Operation>();
        long bytes = 0;
        for (int i = 0; i < outcomes.length; i++) {
            byte[] document;
            try {
                document = MessageJson.write(ArticleDocument.of(items.get(i), clock.instant()));
            } catch (JacksonException e) {
                outcomes[i] = new Outcome.Refused("cannot be written as JSON: " + e.getOriginalMessage());
                continue;
            }
            if (full(bulk, bytes + document.length)) {
                if (!requests.send(bulk, outcomes)) {
                    return List.of(outcomes);
                }
                bulk.clear();
                bytes = 0;
            }
            bulk.add(new Operation(i, operation(indexes.get(i), items.get(i), document), document.length));
            bytes += document.length;
        }
        requests.send(bulk, outcomes);
        return List.of(outcomes);
    }

    private boolean full(List<Operation> bulk, long bytes) {
        return !bulk.isEmpty() && (bytes > properties.bulkSize().toBytes() || bulk.size() == properties.bulkCount());
    }

    private static BulkOperation operation(String index, EnrichedItem item, byte[] document) {
        return BulkOperation.of(operation -> operation.index(write -> write.index(index)
                .id(item.item().id())
                .versionType(VersionType.ExternalGte)
                .version(item.item().order())
                .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
    }

    /** One document of a request, and the position of its outcome. */
    record Operation(int position, BulkOperation body, int bytes) {}
}
