package dongtin.operator.dead;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.TopicReader;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends dead letters back to where they failed, each once. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends open dead letters back to the topic where they failed.",
            "Each goes back once, also if this is repeated, killed, or run by two at a time: the message, without the headers of",
            "its death, and the mark of its letter are one transaction. One that fails again is a new dead letter, whose header replayed-from names the old one."
        },
        footer = {
            "",
            "Exit status: 0 all that were chosen went back, or had already; 1 none was chosen by the options;",
            "2 wrong arguments, the broker is away, or another operator has begun: repeat it.",
            "",
            "Examples:",
            "  operator dead replay wire.raw.v1-dlt-3@42",
            "  operator dead replay --reason timeout --from 2026-11-25 --dry-run",
            "  operator dead replay --item 9jDs7a4RdoZHJzIAtrNx"
        })
final class DeadReplayCommand implements Callable<Integer> {

    @Option(names = "--all", description = "All that are open.")
    private boolean all;

    @Option(names = "--discarded-too", description = "Also letters that were discarded.")
    private boolean discardedToo;

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it (default: ${DEFAULT-VALUE}).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--dry-run", description = "Send nothing, and tell what would be.")
    private boolean dryRun;

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    private int chosen;
    private int already;
    private int replayed;

    /** A letter that went back. */
    private record Replayed(
            Position letter, String item, @Nullable Position as) {}

    @Override
    public Integer call() {
        if (!all && !selection.any()) {
            throw output.wrong("which letters? Choose some, or --all");
        }
        Selection.Chosen wanted = selection.chosen(output);
        try (Broker broker = brokers.open();
                TopicReader reader = broker.reader()) {
            if (dryRun) {
                Marks marks = Marks.read(broker, reader);
                new DeadLetters(broker, reader, output).each(wanted, letter -> {
                    if (open(letter, marks)) {
                        tell(letter, null);
                    }
                });
            } else {
                replay(broker, reader, wanted);
            }
        }
        output.say("%d %s, %d %s settled before"
                .formatted(
                        replayed, dryRun ? "would be replayed" : "replayed", already, already == 1 ? "was" : "were"));
        return chosen == 0 && !all ? ExitStatus.FOUND : ExitStatus.DONE;
    }

    private void replay(Broker broker, TopicReader reader, Selection.Chosen wanted) {
        try (Ledger ledger = Ledger.open(broker, reader)) {
            var settling = new Settling(letters -> {
                List<Position> as = ledger.replay(letters, by);
                for (int i = 0; i < letters.size(); i++) {
                    tell(letters.get(i), as.get(i));
                }
            });
            new DeadLetters(broker, reader, output).each(wanted, letter -> {
                if (open(letter, ledger.marks())) {
                    settling.add(letter);
                }
            });
            settling.flush();
        }
    }

    private boolean open(DeadLetter letter, Marks marks) {
        chosen++;
        boolean open = switch (marks.state(letter)) {
            case OPEN -> true;
            case REPLAYED -> false;
            case DISCARDED -> discardedToo;
        };
        already += open ? 0 : 1;
        return open;
    }

    private void tell(DeadLetter letter, @Nullable Position as) {
        replayed++;
        if (output.json()) {
            output.line(new Replayed(letter.position(), letter.item(), as));
        } else {
            Settling.tell(output, letter, as == null ? "to " + letter.failedOn() : "as " + as);
        }
    }
}
