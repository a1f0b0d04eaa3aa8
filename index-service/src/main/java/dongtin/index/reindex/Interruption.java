package dongtin.index.reindex;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** On SIGINT or SIGTERM, lets the work come to an orderly end before the process ends. */
final class Interruption implements AutoCloseable {

    private static final long LONGEST_END_S = 15;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "reindex-interruption");

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns after so many milliseconds, or says at once that the work is to end. */
    void orGoOn(long milliseconds) throws InterruptedException, Unfinished {
        if (asked.await(milliseconds, TimeUnit.MILLISECONDS)) {
            throw new Unfinished("stopped");
        }
    }

    private void interrupt() {
        asked.countDown();
        try {
            ended.await(LONGEST_END_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: that is what the hook was for
        }
    }
}
