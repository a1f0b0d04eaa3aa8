package dongtin.operator.dead;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.console.Table;
import dongtin.operator.console.Text;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.TopicReader;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists dead letters, those that are open if --state does not say otherwise.",
        footer = {
            "",
            "Exit status: 0 whether there are any or not; 2 wrong arguments, or the broker or a topic is away.",
            "",
            "Examples:",
            "  operator dead list",
            "  operator dead list --summary --state all",
            "  operator dead list --reason 'too large' --from 2h"
        })
final class DeadListCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 90;

    /** Which letters to list. */
    enum Which {
        OPEN,
        REPLAYED,
        DISCARDED,
        ALL
    }

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "OPEN",
            description = "open, replayed, discarded or all (default: open).")
    private Which state = Which.OPEN;

    @Option(names = "--summary", description = "Only how many there are of each topic, state and reason.")
    private boolean summary;

    @Option(names = "--wide", description = "Show reasons in full.")
    private boolean wide;

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    private record Kind(String topic, Mark.State state, String reason) {}

    /** How many letters there are of a kind. */
    private record Count(String topic, Mark.State state, long letters, String reason) {}

    private long found;

    @Override
    public Integer call() {
        Selection.Chosen chosen = selection.chosen(output);
        Table table = Table.of("LETTER", "WRITTEN", "ITEM", "STATE", "REASON");
        Map<Kind, Long> kinds = new TreeMap<>(java.util.Comparator.comparing(Kind::topic)
                .thenComparing(Kind::state)
                .thenComparing(Kind::reason));
        try (Broker broker = brokers.open();
                TopicReader reader = broker.reader()) {
            Marks marks = Marks.read(broker, reader);
            new DeadLetters(broker, reader, output).each(chosen, letter -> {
                @Nullable Mark mark = marks.of(letter);
                Mark.State is = mark == null ? Mark.State.OPEN : mark.state();
                if (state != Which.ALL && !state.name().equals(is.name())) {
                    return;
                }
                found++;
                if (summary) {
                    kinds.merge(new Kind(letter.position().topic(), is, letter.reason()), 1L, Long::sum);
                } else if (output.json()) {
                    output.line(Listed.of(letter, mark, null));
                } else {
                    table.row(
                            letter.position().toString(),
                            output.shown(letter.written()),
                            letter.item(),
                            is.toString(),
                            reason(letter.reason()));
                }
            });
        }
        if (summary) {
            tell(kinds);
        } else {
            table.print(output.out());
            output.say(Text.number(found, "dead letter")
                    + (state == Which.ALL ? "" : ", " + state.name().toLowerCase(Locale.ROOT)));
        }
        return ExitStatus.DONE;
    }

    private void tell(Map<Kind, Long> kinds) {
        Table table = Table.of("TOPIC", "STATE", ">LETTERS", "REASON");
        kinds.forEach((kind, count) -> {
            if (output.json()) {
                output.line(new Count(kind.topic(), kind.state(), count, kind.reason()));
            } else {
                table.row(
                        kind.topic(),
                        kind.state().toString(),
                        String.format(Locale.ROOT, "%,d", count),
                        reason(kind.reason()));
            }
        });
        table.print(output.out());
    }

    private String reason(String reason) {
        return wide ? reason : Text.cut(reason, LONGEST_REASON);
    }
}
