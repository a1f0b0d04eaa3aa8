package dongtin.ingest.landing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.filters.FileListFilter;

/**
 * Lets pass the files that nobody writes to any more: those whose size and time of change have stayed the same for a while
 * that we watched. Times are told by our own clock alone, for servers' clocks are wrong and senders set times. Each file
 * passes once a round. For one thread.
 *
 * @param <F> a file, as it is listed
 */
public final class Settled<F> implements FileListFilter<F> {

    private final long settledAfter;
    private final Function<F, Snapshot> look;
    private final LongSupplier nanos;
    private Map<String, Seen> seen = new HashMap<>();
    private final Set<String> passed = new HashSet<>();

    /** What a file is known by, and all that changes when it is written to. */
    public record Snapshot(String name, long size, long modified) {}

    private record Seen(Snapshot file, long since) {}

    /** Files as {@code look} sees them, by a clock that counts nanoseconds. */
    public Settled(Duration settledAfter, Function<F, Snapshot> look, LongSupplier nanos) {
        this.settledAfter = settledAfter.toNanos();
        this.look = look;
        this.nanos = nanos;
    }

    /** Begins a round: what has passed and is still there may pass again. */
    public void newRound() {
        passed.clear();
    }

    /** Watches a file anew, for it changed after it had passed. */
    public void forget(String name) {
        seen.remove(name);
    }

    @Override
    public List<F> filterFiles(F @Nullable [] listed) {
        List<F> files = listed == null ? List.of() : List.of(listed);
        long now = nanos.getAsLong();
        Map<String, Seen> present = HashMap.newHashMap(files.size());
        var settled = new ArrayList<F>();
        for (F file : files) {
            Snapshot snapshot = look.apply(file);
            Seen before = seen.get(snapshot.name());
            Seen current = before != null && before.file().equals(snapshot) ? before : new Seen(snapshot, now);
            present.put(snapshot.name(), current);
            if (now - current.since() >= settledAfter && passed.add(snapshot.name())) {
                settled.add(file);
            }
        }
        seen = present;
        return settled;
    }

    @Override
    public boolean supportsSingleFileFiltering() {
        return false;
    }
}
