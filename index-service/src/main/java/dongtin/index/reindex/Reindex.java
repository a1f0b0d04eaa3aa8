package dongtin.index.reindex;

import dongtin.index.template.NewGeneration;
import dongtin.index.template.NewsIndex;
import dongtin.index.write.BulkWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * A new generation of the index, from the topic: filled while the old one serves and is written by the service, then the old one is
 * closed to writing for a moment, the last messages are written to the new one, and the aliases move. Whatever the service can no
 * longer write to the old generation it keeps, and writes to the new one. For one thread.
 */
@Component
@Profile("reindex")
public class Reindex {

    /** Much less than the time after which a service opens the generation that it finds closed. */
    private static final Duration LONGEST_CLOSED = Duration.ofSeconds(20);

    private static final Duration ANY_TIME = Duration.ofDays(10_000);
    private static final int NEARLY_THERE = 1_000;

    private final NewsIndex index;
    private final BulkWriter writer;
    private final ConsumerFactory<byte[], byte[]> consumers;

    @SuppressWarnings("unchecked")
    Reindex(NewsIndex index, BulkWriter writer, ConsumerFactory<?, ?> consumers) {
        this.index = index;
        this.writer = writer;
        this.consumers = (ConsumerFactory<byte[], byte[]>) consumers;
    }

    /**
     * What the operator wants beyond the ordinary.
     *
     * @param leaveBehind serve even without stories that the old generation has
     */
    public record Wishes(boolean deleteOld, boolean leaveBehind) {}

    /**
     * Returns when the new generation serves.
     *
     * @throws Unfinished if it does not, and will not without somebody's doing
     * @throws IOException if Elasticsearch did not answer, or not as it should
     */
    public void run(Wishes wishes, PrintWriter out) throws IOException, InterruptedException, Unfinished {
        var progress = new Progress(out);
        try (var topic = new TopicReader(consumers)) {
            NewGeneration generation = index.beginGeneration();
            progress.say("filling generation %d; %s"
                    .formatted(
                            generation.number(),
                            generation.oldNumber() == 0
                                    ? "none serves yet"
                                    : "generation %d serves".formatted(generation.oldNumber())));
            try (var interruption = new Interruption()) {
                var filling = new Filling(topic, writer, generation, progress, interruption);
                fill(topic, filling, progress);
                turn(topic, filling, generation, new Losses(generation, wishes.leaveBehind()), progress);
            }
            progress.say("generation %d serves; %s".formatted(generation.number(), progress.sum()));
            partWithOld(generation, wishes, progress);
        }
    }

    // New messages come in all the time: as long as there are many of them, the old generation stays open.
    private static void fill(TopicReader topic, Filling filling, Progress progress)
            throws IOException, InterruptedException, Unfinished {
        do {
            filling.upTo(topic.ends(), ANY_TIME);
        } while (topic.behind(topic.ends()) > NEARLY_THERE);
        progress.say("nearly there; " + progress.sum());
    }

    private static void turn(
            TopicReader topic, Filling filling, NewGeneration generation, Losses losses, Progress progress)
            throws IOException, InterruptedException, Unfinished {
        losses.look();
        boolean serves = false;
        while (!serves) {
            try {
                generation.closeOld();
                if (filling.upTo(topic.ends(), LONGEST_CLOSED)) {
                    losses.refuse(filling.refused());
                    if (!generation.ours()) {
                        throw new Unfinished("another reindex has begun");
                    }
                    generation.serve();
                    serves = true;
                }
            } finally {
                if (!serves) {
                    generation.openOld();
                }
            }
            if (!serves) {
                progress.say("too much came in at once: the old generation is open again for a while");
                fill(topic, filling, progress);
            }
        }
    }

    private static void partWithOld(NewGeneration generation, Wishes wishes, Progress progress) throws IOException {
        List<String> old = generation.oldIndexes();
        if (wishes.deleteOld()) {
            generation.deleteOld();
            progress.say("deleted generation %d".formatted(generation.oldNumber()));
        } else if (!old.isEmpty()) {
            progress.say("generation %d is closed and kept; it may be deleted: %s"
                    .formatted(generation.oldNumber(), String.join(",", old)));
        }
    }
}
