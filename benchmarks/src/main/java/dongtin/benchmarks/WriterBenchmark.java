package dongtin.benchmarks;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.ElasticsearchNode;
import dongtin.elasticsearch.NodeSettings;
import dongtin.index.template.NewsIndex;
import dongtin.index.template.Story;
import dongtin.index.write.ArticleDocument;
import dongtin.index.write.BulkWriter;
import dongtin.index.write.Outcome;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * The index-service's writer against plain bulk requests: the same documents, template and batches on one node, in turns. Arguments:
 * rounds, articles of each, threads.
 */
public final class WriterBenchmark {

    private static final int BATCH = 500;

    private final ElasticsearchNode node;
    private final Rest5Client client;
    private final int threads;
    private final List<List<EnrichedItem>> items;
    private final List<List<PlainBulk.Document>> documents = new ArrayList<>();

    private WriterBenchmark(ElasticsearchNode node, Rest5Client client, int articles, int threads) {
        this.node = node;
        this.client = client;
        this.threads = threads;
        this.items = batches(Stories.of(articles, Instant.now()));
        for (List<EnrichedItem> batch : items) {
            documents.add(batch.stream().map(WriterBenchmark::document).toList());
        }
    }

    /** One batch of a round. */
    private interface Batch {
        void write(int number) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int articles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Path home = Files.createTempDirectory("writer-benchmark-");
        try (var node = new ElasticsearchNode(new NodeSettings(home.resolve("home"), home.resolve("data"), 0, 1_024))) {
            node.start().awaitReady(Duration.ofMinutes(2));
            try (Rest5Client client = Rest5Client.builder(node.uri()).build()) {
                new WriterBenchmark(node, client, articles, threads).run(rounds);
            }
        }
    }

    private void run(int rounds) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d articles of %,d bytes on average, %d in a request, %d threads%n",
                items.size() * BATCH,
                documents.stream()
                                .flatMap(List::stream)
                                .mapToLong(document -> document.json().capacity())
                                .sum()
                        / ((long) items.size() * BATCH),
                BATCH,
                threads);
        ours(); // warm-up of both
        plain();
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                ours.add(ours());
                plain.add(plain());
            } else {
                plain.add(plain());
                ours.add(ours());
            }
            System.out.printf(
                    Locale.ROOT,
                    "round %d: writer %,.0f, plain %,.0f articles a second%n",
                    round + 1,
                    ours.getLast(),
                    plain.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "median: writer %,.0f, plain %,.0f articles a second, writer / plain %.2f%n",
                median(ours),
                median(plain),
                median(ours) / median(plain));
    }

    private double ours() throws Exception {
        NewsIndex index = empty();
        BulkWriter writer = BulkWriter.of(client, index);
        return timed(number -> {
            for (Outcome outcome : writer.write(items.get(number))) {
                if (!(outcome instanceof Outcome.Stored)) {
                    throw new IOException("not written: " + outcome);
                }
            }
        });
    }

    private double plain() throws Exception {
        NewsIndex index = empty();
        String month = index.indexes(List.of(
                        new Story("x", items.getFirst().getFirst().item().received())))
                .getFirst();
        var bulk = new PlainBulk(node.uri(), month);
        return timed(number -> bulk.write(documents.get(number)));
    }

    /** Articles a second. */
    private double timed(Batch batch) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                int number = i;
                all.add(() -> {
                    batch.write(number);
                    return true;
                });
            }
            long begun = System.nanoTime();
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
            return items.size() * BATCH / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private NewsIndex empty() throws IOException {
        byte[] indexes = client.performRequest(new Request("GET", "/_cat/indices/news-*?h=index&expand_wildcards=all"))
                .getEntity()
                .getContent()
                .readAllBytes();
        for (String index : new String(indexes, StandardCharsets.UTF_8).lines().toList()) {
            client.performRequest(new Request("DELETE", "/" + index.strip()));
        }
        var made = new NewsIndex(client);
        made.install();
        return made;
    }

    private static List<List<EnrichedItem>> batches(List<EnrichedItem> items) {
        List<List<EnrichedItem>> batches = new ArrayList<>();
        for (int i = 0; i + BATCH <= items.size(); i += BATCH) {
            batches.add(List.copyOf(items.subList(i, i + BATCH)));
        }
        return batches;
    }

    private static PlainBulk.Document document(EnrichedItem item) {
        return new PlainBulk.Document(
                item.item().id(),
                item.item().order(),
                ByteBuffer.wrap(MessageJson.write(ArticleDocument.of(item, Instant.now()))));
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
