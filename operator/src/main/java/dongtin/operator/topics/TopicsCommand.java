package dongtin.operator.topics;

import dongtin.message.Topics;
import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.Table;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.topics.TopicState.GroupLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How full the topics are, how fast they fill, and how far behind their readers are. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how full the topics are, how fast they fill, and how far behind their readers are.",
            "For each: messages, how many came in a minute, when the oldest and the newest were written, and for each consumer",
            "group how many it has still to read. A number after ~ is reckoned from the last messages, as offsets also count",
            "ends of transactions; --count counts."
        },
        footer = {
            "",
            "Exit status: 0; 2 wrong arguments, or the broker is away or does not know a topic that is named.",
            "",
            "Examples:",
            "  operator topics",
            "  operator topics --window 60 --count wire.raw.v1",
            "  operator topics --json | jq 'select(any(.groups[]; .lag > 1000)) | .topic'"
        })
public final class TopicsCommand implements Callable<Integer> {

    private static final List<String> OURS = List.of(
            Topics.ORIGINAL,
            Topics.RAW,
            Topics.deadLetter(Topics.RAW),
            Topics.ENRICHED,
            Topics.deadLetter(Topics.ENRICHED),
            Topics.CURSORS,
            Topics.DEAD_MARKS);

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "Topics to look at (default: those of Dòng Tin).")
    private List<String> names = List.of();

    @Option(
            names = "--window",
            paramLabel = "MINUTES",
            defaultValue = "5",
            description = "Over how many minutes the rate is taken (default: ${DEFAULT-VALUE}).")
    private int window = 5;

    @Option(names = "--count", description = "Read all messages to count them.")
    private boolean count;

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        if (window < 1) {
            throw output.wrong("--window must be at least 1");
        }
        try (Broker broker = brokers.open();
                var look = new TopicStates(broker, Duration.ofMinutes(window), count)) {
            tell(states(look, chosen(broker)));
        }
        return ExitStatus.DONE;
    }

    private List<String> chosen(Broker broker) {
        if (!names.isEmpty()) {
            return names;
        }
        Set<String> there = broker.topics(OURS).keySet();
        OURS.stream()
                .filter(topic -> !there.contains(topic) && !topic.equals(Topics.DEAD_MARKS)) // made when first used
                .forEach(missing -> output.say("there is no topic " + missing));
        return OURS.stream().filter(there::contains).toList();
    }

    private List<TopicState> states(TopicStates look, List<String> topics) {
        var states = new ArrayList<TopicState>();
        try (var progress = output.progress("topics")) {
            for (String topic : topics) {
                states.add(look.look(topic));
                progress.at(states.size(), topics.size());
            }
        }
        return states;
    }

    private void tell(List<TopicState> states) {
        if (output.json()) {
            states.forEach(output::line);
            return;
        }
        Table table = Table.of("TOPIC", ">MESSAGES", ">A MINUTE", "OLDEST", "NEWEST", "LAG");
        states.forEach(state -> table.row(
                state.topic(),
                number(state.messages(), state.exact()),
                String.format(Locale.ROOT, "%,.1f", state.perMinute()),
                time(state.oldest()),
                time(state.newest()),
                state.groups().isEmpty()
                        ? "-"
                        : state.groups().stream().map(TopicsCommand::lag).collect(Collectors.joining(", "))));
        table.print(output.out());
    }

    private static String lag(GroupLag lag) {
        return "%s %s%s"
                .formatted(lag.group(), number(lag.lag(), lag.exact()), lag.members() == 0 ? " (nobody reads)" : "");
    }

    private static String number(long number, boolean exact) {
        return (exact ? "" : "~") + String.format(Locale.ROOT, "%,d", number);
    }

    private String time(@Nullable Instant time) {
        return time == null ? "-" : output.shown(time);
    }
}
