package dongtin.index.reindex;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says how far a reindex is, in a line every few seconds. For one thread. */
final class Progress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();
    private static final int NAMED = 20;

    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private long said = begun;
    private long written;
    private long refused;
    private long unreadable;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void say(String line) {
        out.println("reindex: " + line);
        out.flush();
    }

    void written() {
        written++;
    }

    /** Each is told, until there are too many. */
    void refused(String what) {
        if (++refused <= NAMED) {
            say("refused: " + what);
        }
    }

    void unreadable(String what) {
        if (++unreadable <= NAMED) {
            say("no enriched item, left out: " + what);
        }
    }

    void waiting(String reason) {
        say("Elasticsearch is busy, waiting: " + reason);
    }

    /** How many messages are still to come. */
    void behind(long messages) {
        long now = System.nanoTime();
        if (now - said > EVERY) {
            said = now;
            say(String.format(Locale.ROOT, "%s, %,d to come", sum(), messages));
        }
    }

    /** All so far, in one line. */
    String sum() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d messages written (%,.0f a second), %,d refused, %,d unreadable",
                written,
                written / Math.max(seconds, 0.001),
                refused,
                unreadable);
    }
}
