package dongtin.index.watch;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether Elasticsearch answers, and how full its disks are, looked at every 15 seconds: {@code wire.elasticsearch.up} (1 or 0, NaN before
 * the first look), {@code wire.elasticsearch.disk.size} and {@code .available}, in bytes by node. Where the right to see the nodes is
 * missing, there are no figures of disks, and a line in the log says so. Looked at by one thread.
 */
@Component
@Profile("!reindex")
class ElasticsearchWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchWatch.class);

    private final Rest5Client elasticsearch;
    private final Request nodes = new Request("GET", "/_nodes/stats/fs");
    private final MultiGauge size;
    private final MultiGauge available;
    private volatile double up = Double.NaN;
    private boolean denied;

    ElasticsearchWatch(Rest5Client elasticsearch, MeterRegistry registry) {
        this.elasticsearch = elasticsearch;
        nodes.addParameter("filter_path", "nodes.*.name,nodes.*.fs.total");
        nodes.setOptions(RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(5, TimeUnit.SECONDS)
                        .build())
                .build());
        registry.gauge("wire.elasticsearch.up", this, watch -> watch.up);
        size = disks("wire.elasticsearch.disk.size", registry);
        available = disks("wire.elasticsearch.disk.available", registry);
    }

    private static MultiGauge disks(String name, MeterRegistry registry) {
        return MultiGauge.builder(name).baseUnit("bytes").register(registry);
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        try (InputStream answer =
                elasticsearch.performRequest(nodes).getEntity().getContent()) {
            told(JsonMapper.shared().readTree(answer).path("nodes"));
            up = 1;
            denied = false;
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusCode();
            untold();
            up = status < 500 ? 1 : 0;
            denied(status);
        } catch (IOException | JacksonException e) { // whatever answers, it is not Elasticsearch
            untold();
            up = 0;
        }
    }

    private void denied(int status) {
        if ((status == 401 || status == 403) && !denied) {
            denied = true;
            LOG.warn(
                    "how full Elasticsearch's disks are is not known: the right cluster:monitor/nodes/stats is missing");
        }
    }

    private void told(JsonNode seen) {
        List<Row<?>> sizes = new ArrayList<>();
        List<Row<?>> free = new ArrayList<>();
        for (JsonNode node : seen) {
            Tags name = Tags.of("node", node.path("name").asString("?"));
            JsonNode total = node.path("fs").path("total");
            sizes.add(Row.of(name, total.path("total_in_bytes").asLong()));
            free.add(Row.of(name, total.path("available_in_bytes").asLong()));
        }
        size.register(sizes, true);
        available.register(free, true);
    }

    // Old figures would look like present ones.
    private void untold() {
        size.register(List.of(), true);
        available.register(List.of(), true);
    }
}
