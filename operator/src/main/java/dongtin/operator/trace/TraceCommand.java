package dongtin.operator.trace;

import static java.util.Objects.requireNonNullElse;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.PointInTime;
import dongtin.operator.console.Table;
import dongtin.operator.console.Text;
import dongtin.operator.console.Trouble;
import dongtin.operator.index.IndexOptions;
import dongtin.operator.index.Indexed;
import dongtin.operator.index.NewsAll;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.TopicReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that there is of one item. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Shows all messages of one item, and where it has come to.",
            "Originals, raw, enriched, dead letters, its document in the index, in order of time; and in a sentence the outcome.",
            "Only the partition of its key is read."
        },
        footer = {
            "",
            "TIME is " + PointInTime.FORMS + ".",
            "Exit status: 0 it is in the index at its newest version, or on the way; 1 it is a dead letter, missing or unknown;",
            "2 wrong arguments, several items fit, or the broker or Elasticsearch is away.",
            "",
            "Examples:",
            "  operator trace 9jDs7a4RdoZHJzIAtrNx",
            "  operator trace --words \"quy hoạch cây xanh\" --wide",
            "  operator trace --guid urn:newsml:example:20261125:42 --json"
        })
public final class TraceCommand implements Callable<Integer> {

    private static final int LONGEST_NOTE = 100;
    private static final int MOST_SHOWN = 20;

    /** How the item is named. */
    static final class Item {
        @Parameters(index = "0", arity = "1", paramLabel = "ITEM", description = "Its id.")
        private @Nullable String id;

        @Option(names = "--guid", paramLabel = "GUID", description = "The provider's own identifier; asks the index.")
        private @Nullable String guid;

        @Option(names = "--words", paramLabel = "TEXT", description = "Words of its headline; asks the index.")
        private @Nullable String words;
    }

    @ArgGroup(multiplicity = "1")
    private Item item = new Item();

    @Option(names = "--from", paramLabel = "TIME", description = "Leave out what was written before.")
    private @Nullable String from;

    @Option(
            names = "--all-partitions",
            description =
                    "Look everywhere: the topics have been given more partitions, or somebody else wrote on them.")
    private boolean allPartitions;

    @Option(names = "--wide", description = "Show notes in full.")
    private boolean wide;

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final IndexOptions indexes = new IndexOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        @Nullable Instant since = from == null ? null : output.time("--from", from);
        try (NewsAll index = indexes.open()) {
            String id = id(index);
            try (Broker broker = brokers.open();
                    TopicReader reader = broker.reader()) {
                var events = new ArrayList<>(new Trail(broker, reader, output, id, since, allPartitions).follow());
                return told(id, events, index, broker);
            }
        }
    }

    private int told(String id, List<Event> events, NewsAll index, Broker broker) {
        try {
            index.refresh();
            List<Indexed> found = index.find(List.of(id));
            var all = new ArrayList<>(events);
            found.forEach(document -> all.add(event(document)));
            print(all);
            Verdict verdict =
                    Verdict.of(id, events, found, stage -> broker.offsets().committed(stage.group()), Instant.now());
            if (output.json()) {
                output.line(verdict);
            } else {
                output.out().println("%s%s: %s".formatted(all.isEmpty() ? "" : "\n", id, verdict.outcome()));
                output.out().flush();
            }
            return verdict.well() ? ExitStatus.DONE : ExitStatus.FOUND;
        } catch (Trouble e) { // what the topics say is worth telling without the index
            print(events);
            throw e;
        }
    }

    private static Event event(Indexed document) {
        return new Event(
                requireNonNullElse(document.indexed(), Instant.EPOCH),
                document.index(),
                null,
                document.order(),
                document.version(),
                document.status(),
                document.feed(),
                requireNonNullElse(document.headline(), "a tombstone"));
    }

    private void print(List<Event> events) {
        events.sort(Event.ORDER);
        if (output.json()) {
            events.forEach(output::line);
            return;
        }
        Table table = Table.of("TIME", "WHERE", ">VERSION", "STATUS", "FEED", "NOTE");
        events.forEach(event -> table.row(
                output.exactly(event.time()),
                event.at() == null ? event.where() : event.at().toString(),
                event.version() == null ? "" : event.version().toString(),
                requireNonNullElse(event.status(), ""),
                requireNonNullElse(event.feed(), ""),
                wide ? event.note() : Text.cut(event.note(), LONGEST_NOTE)));
        table.print(output.out());
    }

    private String id(NewsAll index) {
        if (item.id != null) {
            return item.id;
        }
        List<Indexed> found = item.guid != null
                ? index.findByGuid(item.guid)
                : index.findByHeadline(requireNonNullElse(item.words, ""), MOST_SHOWN);
        if (found.size() == 1) {
            return found.getFirst().id();
        }
        if (found.isEmpty()) {
            throw output.wrong("the index has no such item; killed ones are found by their id alone");
        }
        found.forEach(one ->
                output.say("%s  %s".formatted(one.id(), Text.cut(requireNonNullElse(one.headline(), ""), 80))));
        throw output.wrong("several items fit: name one by its id");
    }
}
