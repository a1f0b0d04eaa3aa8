package dongtin.ingest.raw;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.Reparse.Listener;
import dongtin.ingest.raw.Reparse.Selection;
import dongtin.ingest.raw.Reparse.Summary;
import dongtin.message.RawItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link Reparse}: over the originals once to learn which message has the latest word on each item, and once
 * more to publish. For one thread.
 */
final class ReparseRun {

    /** A producer stamps a record after its message was received; and clocks are set back at times. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Intake intake;
    private final TopicReader reader;
    private final Selection selection;
    private final Function<String, Optional<Feed>> feeds;
    private final Listener listener;
    private final @Nullable Republishing republishing;
    private final Map<String, Latest> latest = new HashMap<>();
    private long passed;
    private long read;
    private long unreadable;
    private long republished;
    private long superseded;
    private long refused;
    private long caughtUp;

    /** The latest message that has an item's highest version, and whether that version is published again. */
    private record Latest(long order, Instant received, boolean again) {

        Latest later(Latest other) {
            if (other.order != order) {
                return other.order > order ? other : this;
            }
            return other.received.isBefore(received) ? this : other;
        }
    }

    /**
     * A run.
     *
     * @param republishing where items go; nowhere in a dry run
     */
    ReparseRun(
            Intake intake,
            TopicReader reader,
            Selection selection,
            Function<String, Optional<Feed>> feeds,
            Listener listener,
            @Nullable Republishing republishing) {
        this.intake = intake;
        this.reader = reader;
        this.selection = selection;
        this.feeds = feeds;
        this.listener = listener;
        this.republishing = republishing;
    }

    Summary go() {
        Map<TopicPartition, Long> start = start(reader, selection);
        Map<TopicPartition, Long> end = reader.end();
        pass(start, end, this::survey);
        pass(start, end, original -> {
            if (selection.holds(original)) {
                again(original);
            }
        });
        if (republishing != null) {
            republishing.flush();
            catchUp(end, republishing);
        }
        return new Summary(read, unreadable, republished, superseded, refused, caughtUp);
    }

    /** Where on a topic what was received at the selection's beginning can be at the earliest. */
    static Map<TopicPartition, Long> start(TopicReader reader, Selection selection) {
        return selection.from() == null
                ? reader.beginning()
                : reader.since(selection.from().minus(MARGIN));
    }

    private void pass(Map<TopicPartition, Long> start, Map<TopicPartition, Long> end, Consumer<Original> each) {
        reader.read(start, end, record -> {
            each.accept(Original.of(record));
            listener.progress(++passed);
        });
    }

    private void survey(Original original) {
        for (RawMessage message : items(original)) {
            RawItem item = message.item();
            latest.merge(item.id(), new Latest(item.order(), original.received(), false), Latest::later);
        }
    }

    private void again(Original original) {
        read++;
        Taken taken = taken(original);
        if (taken instanceof Taken.Published some) {
            refused(original, some.refused());
            List<RawMessage> newest = some.items().stream()
                    .filter(message -> newest(message.item(), original))
                    .toList();
            superseded += some.items().size() - newest.size();
            republished += newest.size();
            listener.items(original, newest);
            if (republishing != null) {
                newest.forEach(republishing::add);
            }
            return;
        }
        unreadable++;
        if (taken instanceof Taken.NothingUsable all) {
            refused(original, all.refused());
        }
        listener.unreadable(original, reason(original, taken));
    }

    /** Whether no later message has the item in this very version: the index takes the last message of a version. */
    private boolean newest(RawItem item, Original original) {
        Latest known = latest.get(item.id());
        if (known == null || known.order() != item.order()) {
            return true;
        }
        if (known.received().isAfter(original.received())) {
            return false;
        }
        latest.put(item.id(), new Latest(known.order(), known.received(), true));
        return true;
    }

    private void refused(Original original, List<Reading.Refused> some) {
        refused += some.size();
        some.forEach(one -> listener.refused(original, one.at(), one.reason()));
    }

    /** What came meanwhile may stand before what we published of the same version, and is to stand after it. */
    private void catchUp(Map<TopicPartition, Long> since, Republishing republishing) {
        Map<TopicPartition, Long> start = since;
        Map<TopicPartition, Long> end = reader.end();
        while (!end.equals(start)) {
            pass(
                    start,
                    end,
                    original -> items(original).forEach(message -> {
                        Latest known = latest.get(message.item().id());
                        if (known != null
                                && known.again()
                                && known.order() == message.item().order()) {
                            caughtUp++;
                            republishing.add(message);
                        }
                    }));
            republishing.flush();
            start = end;
            end = reader.end();
        }
    }

    private List<RawMessage> items(Original original) {
        return taken(original) instanceof Taken.Published some ? some.items() : List.of();
    }

    /** What is read out of the original; nothing if its feed is not known any more. */
    private @Nullable Taken taken(Original original) {
        return feeds.apply(original.feed())
                .map(feed -> intake.read(
                        new WireMessage(feed, original.contentType(), original.bytes(), original.received())))
                .orElse(null);
    }

    private static String reason(Original original, @Nullable Taken taken) {
        return switch (taken) {
            case null -> "the settings have no feed '%s'".formatted(original.feed());
            case Taken.Published all -> throw new IllegalArgumentException("it was read");
            case Taken.NothingUsable all -> "no item could be taken";
            case Taken.Unreadable all -> all.at().isEmpty() ? all.reason() : all.at() + ": " + all.reason();
            case Taken.UnknownFormat all ->
                "no format for %s; these are read: %s".formatted(original.contentType(), all.known());
            case Taken.TooMuch all -> all.at() + ": " + all.reason();
        };
    }
}
