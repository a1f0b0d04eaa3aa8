package dongtin.ingest.raw;

import dongtin.ingest.format.Feed;
import dongtin.message.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads originals again with today's parsers and publishes their items again, in the order in which they were written down. An
 * item keeps its id, version and time of receipt, so that whatever a parser reads as before is byte for byte what it was.
 *
 * <p>The index takes the last message of one version. So an item is left out whose very version was received again in a
 * later message, be that one selected or not; and what was received while this ran is published once more after it. For one
 * thread.
 */
@Component
public class Reparse {

    private final Intake intake;
    private final RawTopic raw;
    private final ConsumerFactory<?, ?> consumers;

    Reparse(Intake intake, RawTopic raw, ConsumerFactory<?, ?> consumers) {
        this.intake = intake;
        this.raw = raw;
        this.consumers = consumers;
    }

    /**
     * Which originals to read.
     *
     * @param from received then or later
     * @param to received before
     */
    public record Selection(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String feed,
            @Nullable String sha256) {

        boolean holds(Original original) {
            return (from == null || !original.received().isBefore(from))
                    && (to == null || original.received().isBefore(to))
                    && (feed == null || feed.equals(original.feed()))
                    && (sha256 == null || sha256.equals(original.sha256()));
        }
    }

    /** Hears what comes of it; no method is to throw. */
    public interface Listener {
        /** So many originals are passed; each is passed twice. */
        void progress(long passed);

        /** An original that no item could be read from. */
        void unreadable(Original original, String reason);

        /** An item that can not be taken, though its neighbours can. */
        void refused(Original original, String at, String reason);

        /** The items of an original that are published again, or in a dry run would be. */
        default void items(Original original, List<RawMessage> items) {}

        /** In a dry run, what publishing would change. */
        default void change(Original original, Change change) {}
    }

    /**
     * What came of it all.
     *
     * @param read originals that were selected
     * @param unreadable of these, those that no item could be read from
     * @param republished items
     * @param superseded items left out, whose version came again in a later message
     * @param refused items that can not be taken
     * @param caughtUp items that were received meanwhile and published once more
     */
    public record Summary(long read, long unreadable, long republished, long superseded, long refused, long caughtUp) {}

    /**
     * Reads up to where the originals end now, and publishes.
     *
     * @param feeds the feed of an id, as today's settings have it
     * @throws Unavailable if the broker is not there, or does not take the items; all of it can be done again
     */
    public Summary run(Selection selection, Function<String, Optional<Feed>> feeds, Listener listener) {
        try (var reader = new TopicReader(consumers, Topics.ORIGINAL)) {
            return new ReparseRun(intake, reader, selection, feeds, listener, new Republishing(raw)).go();
        } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
            throw new Unavailable("the broker did not answer", e);
        }
    }

    /** The same, but publishes nothing and tells what would change. */
    public Summary dryRun(Selection selection, Function<String, Optional<Feed>> feeds, Listener listener) {
        try (var reader = new TopicReader(consumers, Topics.ORIGINAL);
                var published = new Published(consumers, selection)) {
            var comparing = new Comparing(listener, published);
            return new ReparseRun(intake, reader, selection, feeds, comparing, null).go();
        } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
            throw new Unavailable("the broker did not answer", e);
        }
    }

    private record Comparing(Listener listener, Published published) implements Listener {

        @Override
        public void progress(long passed) {
            listener.progress(passed);
        }

        @Override
        public void unreadable(Original original, String reason) {
            listener.unreadable(original, reason);
        }

        @Override
        public void refused(Original original, String at, String reason) {
            listener.refused(original, at, reason);
        }

        @Override
        public void items(Original original, List<RawMessage> items) {
            listener.items(original, items);
            published.changes(original, items).forEach(change -> listener.change(original, change));
        }
    }
}
