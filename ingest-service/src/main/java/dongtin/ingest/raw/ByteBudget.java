package dongtin.ingest.raw;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many bytes of messages are in memory at once. The first 256 KB of every message come out of a part of their own,
 * so that ordinary news never waits for large messages. Thread-safe; who waits is served in turn.
 */
public final class ByteBudget {

    private static final int SMALL = 256 * 1024;
    private static final int UNIT = 1024;

    private final Semaphore small;
    private final Semaphore large;
    private final Duration longestWait;

    /**
     * A budget.
     *
     * @param small bytes for the beginnings of messages
     * @param large bytes for what comes after
     * @param longestWait how long a share is waited for
     */
    public ByteBudget(long small, long large, Duration longestWait) {
        this.small = new Semaphore(units(small), true);
        this.large = new Semaphore(units(large), true);
        this.longestWait = longestWait;
    }

    /** A share of no bytes yet. */
    public Share share() {
        return new Share();
    }

    private static int units(long bytes) {
        return Math.toIntExact((bytes + UNIT - 1) / UNIT);
    }

    /** What one message has of the budget, until it is closed. One thread at a time. */
    public final class Share implements AutoCloseable {

        private int ofSmall;
        private int ofLarge;

        private Share() {}

        /**
         * Has the share be of this many bytes, and waits for them if need be.
         *
         * @throws Unavailable if they are not free in time; the share is closed then
         */
        public void resize(long bytes) {
            int wantedSmall = units(Math.min(bytes, SMALL));
            int wantedLarge = units(Math.max(0, bytes - SMALL));
            try {
                acquire(small, wantedSmall - ofSmall);
                ofSmall = Math.max(ofSmall, wantedSmall);
                acquire(large, wantedLarge - ofLarge);
                ofLarge = Math.max(ofLarge, wantedLarge);
            } catch (Unavailable e) {
                close();
                throw e;
            }
            keep(wantedSmall, wantedLarge);
        }

        /**
         * Reads a message, and has the share grow before it does: to what it may become once it is larger than small ones are.
         *
         * @param limit how many bytes the message may have; of a longer one, one byte more is returned and no other read
         * @throws Unavailable if there is no room in time; the share is closed then
         */
        public byte[] read(InputStream from, int limit) throws IOException {
            int beginning = Math.min(SMALL, limit + 1);
            resize(beginning);
            byte[] bytes = from.readNBytes(beginning);
            if (bytes.length == beginning && beginning <= limit) {
                resize(limit + 1L);
                byte[] whole = Arrays.copyOf(bytes, limit + 1);
                int size = beginning + from.readNBytes(whole, beginning, whole.length - beginning);
                bytes = size == whole.length ? whole : Arrays.copyOf(whole, size);
            }
            resize(bytes.length);
            return bytes;
        }

        @Override
        public void close() {
            keep(0, 0);
        }

        private void keep(int unitsOfSmall, int unitsOfLarge) {
            small.release(ofSmall - unitsOfSmall);
            large.release(ofLarge - unitsOfLarge);
            ofSmall = unitsOfSmall;
            ofLarge = unitsOfLarge;
        }

        private void acquire(Semaphore part, int units) {
            try {
                if (units > 0 && !part.tryAcquire(units, longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new Unavailable("too many messages at once");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("the service is stopping", e);
            }
        }
    }
}
