package dongtin.operator.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far long work is, on one line that is written over; nothing where nobody looks. For one thread. */
public final class Progress implements AutoCloseable {

    private static final long EVERY = Duration.ofMillis(200).toNanos();
    private static final String ERASED = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean shown;
    private final String doing;
    private long said = System.nanoTime();
    private boolean dirty;

    Progress(PrintWriter terminal, boolean shown, String doing) {
        this.terminal = terminal;
        this.shown = shown;
        this.doing = doing;
    }

    /** So much is done of so much. */
    public void at(long done, long all) {
        long now = System.nanoTime();
        if (!shown || now - said < EVERY) {
            return;
        }
        said = now;
        dirty = true;
        long percent = all <= 0 ? 100 : Math.min(100, 100 * done / all);
        terminal.print(ERASED + String.format(Locale.ROOT, "%s: %,d of %,d (%d %%)", doing, done, all, percent));
        terminal.flush();
    }

    /** Takes the line away, until there is more to tell. */
    public void clear() {
        if (dirty) {
            terminal.print(ERASED);
            terminal.flush();
            dirty = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
