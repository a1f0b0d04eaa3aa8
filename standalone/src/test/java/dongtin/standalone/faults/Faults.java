package dongtin.standalone.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Does harm at random instants: kills the parts in turns, each turn in another order, and starts them again; adds a second instance of a service or
 * takes it away after every third kill; and lets Elasticsearch refuse writes for a while as with a full disk. The same harm in the same order for
 * the same seed, though not at the same message.
 */
final class Faults implements AutoCloseable {

    private static final int LONGEST_PAUSE_MILLIS = 6_000;
    private static final int LONGEST_DOWN_MILLIS = 3_000;
    private static final int LONGEST_FULL_MILLIS = 6_000;
    private static final int KILLS_BETWEEN_CHANGES = 3;
    private static final int KILLS_BETWEEN_FLOODS = 5;

    private final ExecutorService clock = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Processes processes;
    private final Random random;
    private final int kills;
    private final List<Part> turn = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int killed;

    Faults(Processes processes, long seed, int kills) {
        this.processes = processes;
        this.random = new Random(seed);
        this.kills = kills;
    }

    /** Starts doing harm. The future is complete when everything has been done and everything that is always meant to run was started again. */
    CompletableFuture<Void> start() {
        after(LONGEST_PAUSE_MILLIS, this::kill);
        return done;
    }

    /** What was done how often; to be asked when all is done. */
    Map<String, Integer> counts() {
        return counts;
    }

    private void kill() {
        if (killed == kills) {
            done.complete(null);
            return;
        }
        if (turn.isEmpty()) {
            turn.addAll(processes.permanent());
            Collections.shuffle(turn, random);
        }
        Part part = turn.removeLast();
        part.kill();
        did("killed " + part.name());
        killed++;
        after(LONGEST_DOWN_MILLIS, () -> {
            part.start();
            change();
        });
    }

    private void change() {
        if (killed % KILLS_BETWEEN_CHANGES == 0) {
            JavaPart extra = processes.extras.get(random.nextInt(processes.extras.size()));
            if (extra.running()) {
                extra.close();
                did("taken away: " + extra.name());
            } else {
                extra.start();
                did("added: " + extra.name());
            }
        }
        if (killed % KILLS_BETWEEN_FLOODS == 0) {
            after(LONGEST_PAUSE_MILLIS, this::fill);
        } else {
            after(LONGEST_PAUSE_MILLIS, this::kill);
        }
    }

    private void fill() {
        again(true, () -> {
            did("disk full");
            after(LONGEST_FULL_MILLIS, () -> again(false, () -> after(LONGEST_PAUSE_MILLIS, this::kill)));
        });
    }

    // Elasticsearch may be starting just now.
    private void again(boolean full, Runnable then) {
        try {
            processes.elasticsearch.refuseWrites(full);
            then.run();
        } catch (IOException e) {
            after(LONGEST_DOWN_MILLIS, () -> again(full, then));
        }
    }

    private void did(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void after(int longestMillis, Runnable what) {
        CompletableFuture.delayedExecutor(random.nextInt(longestMillis), TimeUnit.MILLISECONDS, clock)
                .execute(() -> {
                    try {
                        what.run();
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
