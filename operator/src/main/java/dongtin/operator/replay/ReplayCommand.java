package dongtin.operator.replay;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.PointInTime;
import dongtin.operator.console.Table;
import dongtin.operator.console.Text;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.Offsets;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a stage handle messages again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a stage handle messages again, while the services go on running.",
            "Publishes them on its topic once more, byte for byte: after a mended tagger (--stage enrich reads wire.raw.v1) or a",
            "mended template (--stage index reads wire.enriched.v1). Of each item only the newest message is published, and only if nothing later has its version; so nothing",
            "older wins. What the stage has not come to yet is left out. May be broken off and repeated at any time.",
            "(Originals are read again by ingest-service.jar reparse.)"
        },
        footer = {
            "",
            "TIME is " + PointInTime.FORMS + ".",
            "Exit status: 0 done; 2 wrong arguments, or the broker is away or did not take all: repeat it.",
            "",
            "Examples:",
            "  operator replay --stage enrich --from 2026-11-24 --to 2026-11-25 --dry-run",
            "  operator replay --stage index --from beginning --per-second 2000",
            "  operator replay --stage index --partition 3 --from 1200 --to 1300"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final String BEGINNING = "beginning";

    @Option(names = "--stage", required = true, paramLabel = "STAGE", description = "${COMPLETION-CANDIDATES}")
    private Stage stage = Stage.INDEX;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME|OFFSET",
            description = "Written then or later; with --partition, an offset; or beginning.")
    private String from = BEGINNING;

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSET",
            description = "Written before; with --partition, an offset that is not included (default: all).")
    private @Nullable String to;

    @Option(names = "--partition", paramLabel = "NUMBER", description = "Of this partition alone.")
    private @Nullable Integer partition;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "The stage's consumer group, if it is not enrich or index.")
    private @Nullable String group;

    @Option(
            names = "--per-second",
            paramLabel = "NUMBER",
            defaultValue = "500",
            description =
                    "Messages in a second, as new ones queue up behind them; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int perSecond = 500;

    @Option(names = "--dry-run", description = "Publish nothing, and tell how much it would be.")
    private boolean dryRun;

    @Option(names = "--at-once", hidden = true, defaultValue = "" + NewestVersions.AT_ONCE)
    private int atOnce = NewestVersions.AT_ONCE;

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var result = new ArrayList<Stretch>();
        try (Broker broker = brokers.open();
                TopicReader reader = broker.reader()) {
            List<TopicPartition> all = broker.partitions(stage.topic());
            List<TopicPartition> chosen = chosen(all);
            Offsets offsets = broker.offsets();
            Map<TopicPartition, Long> begin = offsets(offsets, chosen, "--from", from);
            Map<TopicPartition, Long> end = to == null ? offsets.ends(chosen) : offsets(offsets, chosen, "--to", to);
            Map<TopicPartition, Long> read = offsets.committed(group == null ? stage.group() : group);
            try (var republication = dryRun ? null : new Republication(broker, reader, stage, perSecond)) {
                for (TopicPartition one : chosen) {
                    long until = Math.min(end.getOrDefault(one, 0L), read.getOrDefault(one, 0L));
                    result.add(replayed(
                            reader, offsets.ends(all), republication, one, begin.getOrDefault(one, 0L), until));
                }
            }
        }
        tell(result);
        return ExitStatus.DONE;
    }

    private Stretch replayed(
            TopicReader reader,
            Map<TopicPartition, Long> ends,
            @Nullable Republication republication,
            TopicPartition one,
            long begin,
            long until) {
        try (var progress = output.progress("replay of " + one)) {
            var replay = new StretchReplay(one, begin, Math.max(begin, until), ends, republication, progress);
            if (begin < until) {
                new NewestVersions(reader, stage, atOnce).visit(one, begin, ends.getOrDefault(one, 0L), replay);
            }
            return replay.result();
        }
    }

    private List<TopicPartition> chosen(List<TopicPartition> all) {
        if (partition == null) {
            return all;
        }
        var chosen = new TopicPartition(stage.topic(), partition);
        if (!all.contains(chosen)) {
            throw output.wrong("--partition: %s has the partitions 0 to %d".formatted(stage.topic(), all.size() - 1));
        }
        return List.of(chosen);
    }

    private Map<TopicPartition, Long> offsets(
            Offsets offsets, List<TopicPartition> partitions, String option, String typed) {
        Map<TopicPartition, Long> beginnings = offsets.beginnings(partitions);
        if (typed.equals(BEGINNING)) {
            return beginnings;
        }
        if (!typed.matches("\\d{1,18}+")) {
            return offsets.since(partitions, output.time(option, typed));
        }
        if (partition == null) {
            throw output.wrong("%s %s: an offset is of one partition: give --partition".formatted(option, typed));
        }
        TopicPartition one = partitions.getFirst();
        long offset = Math.max(Long.parseLong(typed), beginnings.getOrDefault(one, 0L));
        return Map.of(one, Math.min(offset, offsets.ends(partitions).getOrDefault(one, 0L)));
    }

    private void tell(List<Stretch> stretches) {
        if (output.json()) {
            stretches.forEach(output::line);
        } else {
            Table table = Table.of(
                    ">PARTITION",
                    ">FROM",
                    ">TO",
                    ">MESSAGES",
                    dryRun ? ">TO PUBLISH" : ">PUBLISHED",
                    ">SUPERSEDED",
                    ">UNREADABLE",
                    ">CAUGHT UP");
            stretches.forEach(one -> table.row(
                    number(one.partition()),
                    Long.toString(one.from()),
                    Long.toString(one.to()),
                    number(one.messages()),
                    number(one.published()),
                    number(one.superseded()),
                    number(one.unreadable()),
                    number(one.caughtUp())));
            table.print(output.out());
        }
        output.say("%s of %s %s"
                .formatted(
                        Text.number(
                                stretches.stream().mapToLong(Stretch::published).sum(), "message"),
                        stage.topic(),
                        dryRun ? "would be published again" : "published again"));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
