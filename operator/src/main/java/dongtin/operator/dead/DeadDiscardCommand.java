package dongtin.operator.dead;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Output;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.BrokerOptions;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.TopicReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts dead letters aside, with who and why. */
@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        description = "Marks open dead letters as discarded, with who and why. They stay on their topic.",
        footer = {
            "",
            "Exit status: 0 all that were chosen are discarded, or were settled already; 1 none was chosen by the options;",
            "2 wrong arguments, the broker is away, or another operator has begun: repeat it.",
            "",
            "Examples:",
            "  operator dead discard wire.raw.v1-dlt-3@42 --why \"a test of the provider\"",
            "  operator dead discard --reason 'no RawItem' --to 2026-11-01 --why \"before the format was known\" --by lan"
        })
final class DeadDiscardCommand implements Callable<Integer> {

    @Option(names = "--all", description = "All that are open.")
    private boolean all;

    @Option(
            names = "--why",
            required = true,
            paramLabel = "TEXT",
            description = "The reason, for those who look later.")
    private String why = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it (default: ${DEFAULT-VALUE}).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--dry-run", description = "Mark nothing, and tell what would be.")
    private boolean dryRun;

    @Mixin
    private final Selection selection = new Selection();

    @Mixin
    private final BrokerOptions brokers = new BrokerOptions();

    @Mixin
    private final Output output = new Output();

    private int chosen;
    private int already;
    private int discarded;

    /** A letter that is put aside. */
    private record Discarded(Position letter, String item) {}

    @Override
    public Integer call() {
        if (!all && !selection.any()) {
            throw output.wrong("which letters? Choose some, or --all");
        }
        if (why.isBlank()) {
            throw output.wrong("--why: say why");
        }
        Selection.Chosen wanted = selection.chosen(output);
        try (Broker broker = brokers.open();
                TopicReader reader = broker.reader()) {
            if (dryRun) {
                Marks marks = Marks.read(broker, reader);
                new DeadLetters(broker, reader, output).each(wanted, letter -> {
                    if (open(letter, marks)) {
                        tell(letter);
                    }
                });
            } else {
                discard(broker, reader, wanted);
            }
        }
        output.say("%d %s, %d %s settled before"
                .formatted(
                        discarded,
                        dryRun ? "would be discarded" : "discarded",
                        already,
                        already == 1 ? "was" : "were"));
        return chosen == 0 && !all ? ExitStatus.FOUND : ExitStatus.DONE;
    }

    private void discard(Broker broker, TopicReader reader, Selection.Chosen wanted) {
        try (Ledger ledger = Ledger.open(broker, reader)) {
            var settling = new Settling(letters -> {
                ledger.discard(letters, by, why);
                letters.forEach(this::tell);
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
        boolean open = marks.state(letter) == Mark.State.OPEN;
        already += open ? 0 : 1;
        return open;
    }

    private void tell(DeadLetter letter) {
        discarded++;
        if (output.json()) {
            output.line(new Discarded(letter.position(), letter.item()));
        } else {
            Settling.tell(output, letter, dryRun ? "to discard" : "discarded");
        }
    }
}
