package dongtin.operator.dead;

import dongtin.operator.console.Output;
import dongtin.operator.console.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers dead letters that are to be settled, and settles some at a time. For one thread. */
final class Settling {

    private static final int MOST_LETTERS = 100;
    private static final long MOST_BYTES = 16 << 20; // and a larger one alone

    private final Consumer<List<DeadLetter>> settle;
    private final List<DeadLetter> gathered = new ArrayList<>();
    private long bytes;
    private int settled;

    Settling(Consumer<List<DeadLetter>> settle) {
        this.settle = settle;
    }

    void add(DeadLetter letter) {
        long own = Math.max(0, letter.message().serializedValueSize());
        if (gathered.size() >= MOST_LETTERS || bytes + own > MOST_BYTES) {
            flush();
        }
        gathered.add(letter);
        bytes += own;
    }

    void flush() {
        if (!gathered.isEmpty()) {
            settle.accept(List.copyOf(gathered));
            settled += gathered.size();
            gathered.clear();
            bytes = 0;
        }
    }

    int settled() {
        return settled;
    }

    /** A line for a letter that was settled, or in a dry run would be. */
    static void tell(Output output, DeadLetter letter, String what) {
        output.out()
                .println("%s  %s  %s  %s"
                        .formatted(letter.position(), what, Text.plain(letter.item()), Text.cut(letter.reason(), 80)));
        output.out().flush();
    }
}
