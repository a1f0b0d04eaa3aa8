package dongtin.enrich;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Says on a terminal how far tagging has come, twice a second; says nothing where nobody watches. Used by one thread. */
final class TagProgress {

    private static final long EVERY = 500_000_000L;

    private final PrintWriter err;
    private final boolean watched;
    private final long started = System.nanoTime();
    private long said = started;
    private long articles;

    TagProgress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    /** Whether standard error is a terminal, where the platform tells by a device's name. */
    static boolean isTerminal() {
        try {
            String device = Path.of("/dev/stderr").toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException e) {
            return false; // not there on this platform, or closed
        }
    }

    void add(int more) {
        articles += more;
        long now = System.nanoTime();
        if (watched && now - said >= EVERY) {
            said = now;
            say(now, "");
        }
    }

    void end() {
        if (watched) {
            say(System.nanoTime(), "\n");
        }
    }

    private void say(long now, String end) {
        double seconds = Math.max(now - started, 1) / 1e9;
        err.print(String.format(Locale.ROOT, "\r%,d articles, %,.0f a second%s", articles, articles / seconds, end));
        err.flush();
    }
}
