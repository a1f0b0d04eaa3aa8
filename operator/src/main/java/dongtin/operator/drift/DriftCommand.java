package dongtin.operator.drift;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.Text;
import dongtin.operator.drift.Reconciliation.Summary;
import dongtin.operator.index.IndexOptions;
import dongtin.operator.index.Indexed;
import dongtin.operator.index.NewsAll;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.NewestVersions;
import dongtin.operator.replay.Republication;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells where the index holds something else than the topics say. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Prints where the index holds something else than the topics say.",
            "Compares the newest message of each item on wire.raw.v1 and on wire.enriched.v1 with the index. What differs is:",
            "  missing  the index does not have the item",
            "  stale    the index has an older version, or another message of the same one",
            "  alive    readers see what is killed or withheld",
            "  newer    the index has a version that the topic does not have",
            "  twice    the index has the item in two months",
            "  unread   a message that is no item, and no dead letter tells so",
            "What a service has not come to yet is on its way, and dead letters wait for an operator: neither is drift; how many",
            "there are is told on standard error. Prints nothing where nothing differs.",
            "--repair publishes the messages of what is missing, stale or alive again, and nothing else.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 nothing differs, or --repair has published all of it again; 1 something differs;",
            "2 wrong arguments, or the broker or Elasticsearch is away.",
            "",
            "Examples:",
            "  operator drift",
            "  operator drift --repair --per-second 100",
            "  operator drift --json | jq -r 'select(.kind == \"missing\") | .item'"
        })
public final class DriftCommand implements Callable<Integer> {

    @Option(names = "--repair", description = "Publish again what is missing, stale or alive.")
    private boolean repair;

    @Option(
            names = "--per-second",
            paramLabel = "NUMBER",
            defaultValue = "500",
            description = "With --repair, messages in a second; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int perSecond = 500;

    @Option(
            names = "--enrich-group",
            paramLabel = "NAME",
            defaultValue = "enrich",
            description = "The consumer group of enrich-service (default: ${DEFAULT-VALUE}).")
    private String enrichGroup = "enrich";

    @Option(
            names = "--index-group",
            paramLabel = "NAME",
            defaultValue = "index",
            description = "The consumer group of index-service (default: ${DEFAULT-VALUE}).")
    private String indexGroup = "index";

    @Option(names = "--at-once", hidden = true, defaultValue = "" + NewestVersions.AT_ONCE)
    private int atOnce = NewestVersions.AT_ONCE;

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final IndexOptions indexes = new IndexOptions();

    @Mixin
    private final Output output = new Output();

    private boolean headed;

    @Override
    public Integer call() {
        var summaries = new ArrayList<Summary>();
        try (NewsAll index = indexes.open()) {
            index.refresh(); // an index that is away is told at once, not after the topics are read
            try (Broker broker = brokers.open();
                    TopicReader reader = broker.reader()) {
                for (Stage stage : Stage.values()) {
                    summaries.add(reconcile(stage, broker, reader, index));
                }
            }
        }
        summaries.forEach(this::say);
        return summaries.stream().allMatch(one -> one.drifts() == one.mended()) ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private Summary reconcile(Stage stage, Broker broker, TopicReader reader, NewsAll index) {
        Settled settled = Settled.of(stage, stage == Stage.ENRICH ? enrichGroup : indexGroup, broker, reader);
        try (var republication = repair ? new Republication(broker, reader, stage, perSecond) : null) {
            return new Reconciliation(settled, broker, reader, index, output, republication, this::tell).run(atOnce);
        }
    }

    private void say(Summary summary) {
        output.say("%s: %s compared, %s%s; %s; %s on the way to %s-service"
                .formatted(
                        summary.stage().topic(),
                        Text.number(summary.items(), "item"),
                        Text.number(summary.drifts(), "drift"),
                        repair ? String.format(Locale.ROOT, ", %,d published again", summary.mended()) : "",
                        Text.number(summary.deadLetters(), "dead letter"),
                        Text.number(summary.behind(), "message"),
                        summary.stage()));
    }

    // Each as it is found: there may be more of them than fit into memory, or than anybody wants to wait for.
    private void tell(Drift drift) {
        if (output.json()) {
            output.line(drift);
            return;
        }
        if (!headed) {
            headed = true;
            line("DRIFT", "ITEM", "MESSAGE", "ON THE TOPIC", "IN THE INDEX");
        }
        line(
                drift.kind().toString(),
                drift.item(),
                String.valueOf(drift.at()),
                drift.version() == null ? "no item" : "%d %s".formatted(drift.version(), drift.status()),
                drift.indexed().isEmpty()
                        ? "-"
                        : drift.indexed().stream().map(DriftCommand::told).collect(Collectors.joining(", ")));
    }

    private static String told(Indexed document) {
        return "%d %s in %s".formatted(document.version(), document.status(), document.index());
    }

    private void line(String kind, String item, String message, String topic, String index) {
        output.out().println("%-8s %-20s  %-26s  %-24s  %s".formatted(kind, Text.plain(item), message, topic, index));
        output.out().flush();
    }
}
