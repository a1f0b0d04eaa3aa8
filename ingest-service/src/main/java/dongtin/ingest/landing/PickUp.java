package dongtin.ingest.landing;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.FileType;
import dongtin.ingest.landing.Settled.Snapshot;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file: reads it, publishes it, moves it away, in this order, so that a kill between any two steps leaves the file
 * where it is found again. A file that changes meanwhile is not finished, and stays. For one thread.
 */
public final class PickUp {

    private final Feed feed;
    private final Reception reception;
    private final Settled<?> settled;
    private final Left left;

    /** What was published, or refused, and could not be moved: it is not to be published again each round. */
    private final Map<String, Unmoved> unmoved = new HashMap<>();

    private record Unmoved(Snapshot file, Receipt receipt) {}

    public PickUp(Feed feed, Reception reception, Settled<?> settled, Left left) {
        this.feed = feed;
        this.reception = reception;
        this.settled = settled;
        this.left = left;
    }

    /** Forgets all files but these, which are still there. */
    public void retain(Set<String> present) {
        unmoved.keySet().retainAll(present);
    }

    /**
     * Takes one file.
     *
     * @throws IOException if the place as a whole is in trouble
     * @throws dongtin.ingest.raw.Unavailable if the broker did not take it; it lies where it lay
     */
    public void take(String name, Place place) throws IOException {
        try {
            Snapshot before = place.snapshot(name);
            Receipt receipt = receipt(name, before, place);
            if (receipt == null || !place.snapshot(name).equals(before)) {
                settled.forget(name); // it is still written to: it will be taken as a whole
                return;
            }
            unmoved.put(name, new Unmoved(before, receipt));
            place.put(name, receipt);
            unmoved.remove(name);
            left.clear(name);
        } catch (NoSuchFileException e) {
            left.clear(name); // the sender, or whoever has it now, took it away
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt(); // the service stops: the file is found again
        } catch (FileSystemException e) {
            String step = unmoved.containsKey(name) ? "it can not be moved" : "it can not be read";
            left.leave(name, Trouble.withCause(step, e));
        }
    }

    /** What became of the file; nothing if it changed while it was read. */
    private @Nullable Receipt receipt(String name, Snapshot before, Place place) throws IOException {
        Unmoved known = unmoved.get(name);
        if (known != null && known.file().equals(before)) {
            return known.receipt();
        }
        if (before.size() > reception.largest()) {
            return reception.tooLarge(feed, name);
        }
        byte[] bytes = place.read(name, reception.largest() + 1);
        return bytes.length == before.size() ? reception.take(feed, name, FileType.of(name), bytes) : null;
    }
}
