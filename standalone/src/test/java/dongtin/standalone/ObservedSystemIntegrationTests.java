package dongtin.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system as operators observe it: what ops/ asks for is there, and a push is one trace. */
class ObservedSystemIntegrationTests {

    private static final Path OPS = Path.of("../ops");
    private static final Path DOCS = Path.of("../docs");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> TRACED = List.of("ingest-service", "enrich-service", "index-service");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** What Prometheus adds by itself. */
    private static final Set<String> ITS_LABELS = Set.of("job", "instance");

    @TempDir
    static Path directory;

    private static SpanCollector spans;
    private static Standalone standalone;
    private static Ports ports;

    @BeforeAll
    static void start() throws IOException {
        spans = new SpanCollector();
        Files.createDirectory(directory.resolve("drop"));
        standalone = new Standalone(
                Settings.anyFreePorts(directory.resolve("data").toString()),
                ObservedSystemIntegrationTests::services,
                line -> {});
        ports = standalone.start();
        push("{\"uri\": \"urn:observed:1\", \"headline\": \"Tít\"}", 202);
        push("{\"uri\": ", 400);
    }

    @AfterAll
    static void stop() {
        standalone.close();
        spans.close();
    }

    /** Those of standalone, with an exporter of traces and a feed of every kind whose metrics are asked for. */
    private static List<Service> services(Ports free) {
        return StandaloneApplication.services(free).stream()
                .map(service -> {
                    var more = new ArrayList<>(service.arguments());
                    more.add("--management.opentelemetry.tracing.export.otlp.endpoint=" + spans.endpoint());
                    if (service.name().equals("ingest-service")) {
                        more.addAll(feeds());
                    }
                    return new Service(
                            service.name(), service.port(), service.needsElasticsearch(), service.start(), more);
                })
                .toList();
    }

    private static List<String> feeds() {
        String nobody = "http://127.0.0.1:1/";
        return List.of(
                "--dongtin.ingest.websub.callback=" + nobody,
                "--dongtin.ingest.websub.key=" + "k".repeat(32),
                "--dongtin.ingest.feeds.polled.provider=Hãng",
                "--dongtin.ingest.feeds.polled.poll.url=" + nobody,
                "--dongtin.ingest.feeds.polled.poll.allow-inner=true",
                "--dongtin.ingest.feeds.polled.websub.hub=" + nobody,
                "--dongtin.ingest.feeds.polled.websub.allow-inner=true",
                "--dongtin.ingest.feeds.dropped.provider=Hãng",
                "--dongtin.ingest.feeds.dropped.folder.directory=" + directory.resolve("drop"));
    }

    @Test
    void onePushIsOneTraceInAllThreeServices() throws Exception {
        HttpRequest.Builder request = request("{\"uri\": \"urn:observed:traced\", \"headline\": \"Tít\"}")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(spans.exporters(TRACE, TRACED)).isEqualTo(TRACED));
    }

    @Test
    void everyMetricAndLabelOfRulesAndDashboardsIsThere() {
        var asked = new ArrayList<String>();
        rules().forEach(rule -> asked.add(rule.path("expr").asString()));
        asked.addAll(dashboardQueries());
        assertThat(asked).hasSizeGreaterThan(80);

        await().atMost(SOON).untilAsserted(() -> {
            Map<String, Set<String>> known = withRecorded(scrape().labels());
            assertThat(asked).allSatisfy(query -> requireKnown(PromQuery.of(query), query, known));
        });
    }

    @Test
    void everyAlertIsInTheDocumentationAndTellsOnlyLabelsThatItsQueryGives() throws IOException {
        String runbook = Files.readString(DOCS.resolve("runbook.md"));
        String metrics = Files.readString(DOCS.resolve("metrics.md"));
        Pattern label = Pattern.compile("\\$labels\\.(\\w+)");

        assertThat(rules().filter(rule -> rule.has("alert"))).isNotEmpty().allSatisfy(alert -> {
            JsonNode annotations = alert.path("annotations");
            String url = annotations.path("runbook_url").asString();
            assertThat(url).startsWith("docs/runbook.md#");
            assertThat(runbook).contains("<a id=\"%s\"></a>".formatted(url.substring(url.indexOf('#') + 1)));
            assertThat(runbook).contains("`" + alert.path("alert").asString() + "`");
            assertThat(metrics).contains("`" + alert.path("alert").asString());
            PromQuery query = PromQuery.of(alert.path("expr").asString());
            Set<String> given = labels(query, withRecorded(scrape().labels()));
            assertThat(label.matcher(annotations.toString()).results().map(found -> found.group(1)))
                    .allSatisfy(one -> assertThat(given).contains(one));
        });
    }

    @Test
    void everyMetricOfOursIsInTheDocumentation() throws IOException {
        Set<String> documented = new TreeSet<>();
        Pattern.compile("`(wire\\.[a-z.]+)`")
                .matcher(Files.readString(DOCS.resolve("metrics.md")))
                .results()
                .forEach(name -> documented.add(name.group(1).replace('.', '_')));

        assertThat(scrape().labels().keySet().stream().filter(name -> name.startsWith("wire_")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(documented)
                        .as(name)
                        .anySatisfy(one -> assertThat(name.replaceFirst(
                                        "(_active)?(_seconds|_bytes)?(_total|_bucket|_count|_sum|_max)?$", ""))
                                .isEqualTo(one)));
    }

    @Test
    void identitiesHoldOverAllServices() {
        await().atMost(SOON).untilAsserted(() -> {
            String figures = String.join("\n", pages());
            assertThat(sum(figures, "wire_ingest_received_total"))
                    .isPositive()
                    .isEqualTo(sum(
                            figures,
                            "wire_ingest_accepted_total",
                            "wire_ingest_refused_total",
                            "wire_ingest_failed_total",
                            "wire_ingest_in_hand"));
            assertThat(sum(figures, "wire_enrich_received_total") - sum(figures, "wire_enrich_returned_total"))
                    .isEqualTo(sum(figures, "wire_ingest_accepted_total"));
            assertThat(sum(
                            figures,
                            "wire_index_stored_total",
                            "wire_index_stale_total",
                            "wire_index_refused_total",
                            "wire_index_unreadable_total"))
                    .isEqualTo(sum(figures, "wire_enrich_enriched_total"));
            // The mark that ends a transaction is behind the last message of each of the six partitions.
            assertThat(sum(figures, "wire_enrich_lag")).isBetween(0.0, 6.0);
            assertThat(sum(figures, "wire_index_lag")).isBetween(0.0, 6.0);
        });
    }

    private static double sum(String figures, String... names) {
        return Stream.of(names)
                .flatMap(name -> Pattern.compile("(?m)^" + name + "(?:\\{.*})? (.+)$")
                        .matcher(figures)
                        .results())
                .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
                .sum();
    }

    private static void requireKnown(PromQuery query, String text, Map<String, Set<String>> known) {
        assertThat(query.metrics()).as(text).isNotEmpty();
        query.metrics().forEach((metric, matched) -> {
            assertThat(known).as(text).containsKey(metric);
            assertThat(labels(metric, known)).as("%s of %s", metric, text).containsAll(matched);
        });
        assertThat(labels(query, known)).as(text).containsAll(query.groupedBy());
    }

    private static Set<String> labels(PromQuery query, Map<String, Set<String>> known) {
        Set<String> all = new TreeSet<>();
        query.metrics().keySet().forEach(metric -> all.addAll(labels(metric, known)));
        return all;
    }

    private static Set<String> labels(String metric, Map<String, Set<String>> known) {
        Set<String> labels = new TreeSet<>(known.getOrDefault(metric, Set.of()));
        labels.addAll(ITS_LABELS);
        return labels;
    }

    /** What Prometheus has besides: what its rules record, and its own. */
    private static Map<String, Set<String>> withRecorded(Map<String, Set<String>> scraped) {
        Map<String, Set<String>> known = new TreeMap<>(scraped);
        known.put("up", Set.of());
        known.put("ALERTS", Set.of("alertstate", "alertname"));
        for (int round = 0; round < 3; round++) { // one records what another has recorded
            rules().filter(rule -> rule.has("record")).forEach(rule -> {
                PromQuery query = PromQuery.of(rule.path("expr").asString());
                Set<String> labels =
                        new TreeSet<>(query.groupedBy().isEmpty() ? labels(query, known) : query.groupedBy());
                labels.addAll(rule.path("labels").propertyNames());
                known.put(rule.path("record").asString(), labels);
            });
        }
        return known;
    }

    private static Stream<JsonNode> rules() {
        return Stream.of("figures.yml", "alerts.yml").flatMap(file -> {
            try {
                Object yaml = new Yaml()
                        .load(Files.readString(OPS.resolve("prometheus/rules").resolve(file)));
                return JsonMapper.shared()
                        .valueToTree(yaml)
                        .path("groups")
                        .valueStream()
                        .flatMap(group -> group.path("rules").valueStream());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> dashboardQueries() {
        var queries = new ArrayList<String>();
        try (Stream<Path> files = Files.list(OPS.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(file, UTF_8));
                queries.addAll(dashboard.findValuesAsString("expr"));
                for (JsonNode variable : dashboard.at("/templating/list")) {
                    String asked = variable.at("/query/query").asString();
                    assertThat(asked).matches("label_values\\(\\w+, \\w+\\)");
                    queries.add(asked.replaceFirst("label_values\\((\\w+), (\\w+)\\)", "count by ($2) ($1)"));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return queries;
    }

    private static Scrape scrape() {
        return Scrape.of(pages());
    }

    private static List<String> pages() {
        return Stream.of(ports.ingest(), ports.enrich(), ports.index(), ports.desk())
                .map(port -> get("http://127.0.0.1:%d/actuator/prometheus".formatted(port)))
                .toList();
    }

    private static String get(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void push(String message, int status) {
        await().atMost(SOON)
                .until(
                        () -> HTTP.send(request(message).build(), BodyHandlers.ofString())
                                .statusCode(),
                        answered -> answered == status);
    }

    private static HttpRequest.Builder request(String message) {
        return HttpRequest.newBuilder(DemoFeed.items(ports.ingest()))
                .header("Authorization", "Bearer " + DemoFeed.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message));
    }
}
