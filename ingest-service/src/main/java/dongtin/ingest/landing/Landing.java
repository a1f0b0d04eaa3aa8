package dongtin.ingest.landing;

import dongtin.ingest.raw.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A place where one feed's messages land and are fetched from: a folder, a server's directory, a mailbox. One thread at a
 * time makes its rounds; {@link #left()} may be asked by any.
 */
public interface Landing extends AutoCloseable {

    /** The feed whose messages land here. */
    String feed();

    /** What kind of place it is, as its settings are named. */
    String transport();

    /** How long to wait after a round. */
    Duration every();

    /**
     * Publishes what has landed, each message before it is moved away: whatever is cut short between the two is found and
     * published again, which is harmless.
     *
     * @param stopping asked before each message; the round ends once it says so
     * @throws Trouble if the place can not be read or changed
     * @throws Unavailable if the broker did not take a message; it lies where it lay
     */
    void round(BooleanSupplier stopping) throws Trouble;

    /** What lies here and can be neither taken nor moved, by name, and why. */
    Map<String, String> left();

    /** Lets go of the place. */
    @Override
    void close();
}
