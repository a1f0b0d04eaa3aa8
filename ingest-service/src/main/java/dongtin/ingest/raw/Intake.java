package dongtin.ingest.raw;

import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in a message, whichever way it came: reads it, and publishes it with the items that it holds. Every transport ends
 * here, so that all of them read, count, refuse and promise alike. Thread-safe.
 */
@Component
public class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** What is read out of a message takes a multiple of its bytes, so few bytes at a time are in hand. */
    private static final int SMALL_IN_HAND = 4 * 1024 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Formats formats;
    private final RawTopic topic;
    private final IngestMetrics metrics;
    private final Traces traces;
    private final ByteBudget inHand;

    Intake(IntakeProperties limits, RawTopic topic, IngestMetrics metrics, Traces traces) {
        this.formats = new Formats(limits.maxItems());
        this.topic = topic;
        this.metrics = metrics;
        this.traces = traces;
        this.inHand = new ByteBudget(SMALL_IN_HAND, limits.maxBody().toBytes(), LONGEST_WAIT);
    }

    /**
     * Returns after the broker has what was taken.
     *
     * @throws Unavailable if it is not certain that it has; the same message can be sent again without harm
     */
    public Taken take(WireMessage message) {
        return take(message, List.of());
    }

    /**
     * Publishes in the same transaction what is to hold only if the items do, such as how far a feed was read.
     *
     * @param alongside not published where no item is
     * @throws Unavailable if it is not certain that the broker has it all
     */
    public Taken take(WireMessage message, List<ProducerRecord<String, byte[]>> alongside) {
        return traces.take(message.feed().id(), () -> readAndTake(message, alongside));
    }

    private Taken readAndTake(WireMessage message, List<ProducerRecord<String, byte[]>> alongside) {
        ByteBudget.Share share = inHand.share();
        Taken read;
        try {
            share.resize(message.bytes().length);
            read = readInHand(message);
        } catch (Unavailable e) {
            share.close();
            failWhole(message.feed().id());
            throw e;
        }
        return take(message, read, alongside, share);
    }

    /**
     * Counts and publishes what was {@link #read} out of a message, or the part of it that is to be taken: a message that
     * is fetched again and again holds mostly what was taken before.
     *
     * @param read what is {@link Taken.Published} is published with its message, also where only refusals are left
     * @param alongside not published where nothing else is
     * @throws Unavailable if it is not certain that the broker has it all
     */
    public Taken take(WireMessage message, Taken read, List<ProducerRecord<String, byte[]>> alongside) {
        return traces.take(message.feed().id(), () -> take(message, read, alongside, inHand.share()));
    }

    private Taken take(
            WireMessage message, Taken read, List<ProducerRecord<String, byte[]>> alongside, ByteBudget.Share share) {
        int refused = refused(read);
        int usable = read instanceof Taken.Published all ? all.items().size() : 0;
        try (var counted = metrics.received(message.feed().id(), usable + refused)) {
            counted.refused(refused);
            if (read instanceof Taken.Published all) {
                publish(message, all.items(), alongside, share, counted);
            } else {
                share.close();
            }
        }
        return read;
    }

    private static int refused(Taken read) {
        return switch (read) {
            case Taken.Published some -> some.refused().size();
            case Taken.NothingUsable all -> all.refused().size();
            case Taken.Unreadable all -> 1;
            case Taken.UnknownFormat all -> 1;
            case Taken.TooMuch all -> 1;
        };
    }

    /** Counts a message that was turned away before it could be read. */
    public void refuseWhole(String feed) {
        try (var counted = metrics.received(feed, 1)) {
            counted.refused(1);
        }
    }

    /** Counts a message that was turned away before it could be read, but may come again as it is. */
    public void failWhole(String feed) {
        try (var counted = metrics.received(feed, 1)) {
            counted.failed(1);
        }
    }

    /**
     * Reads a message as {@link #take} would, and publishes and counts nothing.
     *
     * @throws Unavailable if too many messages are in hand
     */
    public Taken read(WireMessage message) {
        try (ByteBudget.Share share = inHand.share()) {
            share.resize(message.bytes().length);
            return readInHand(message);
        }
    }

    private Taken readInHand(WireMessage message) {
        try {
            return tryToRead(message);
        } catch (OutOfMemoryError e) {
            // What was read of it so far is let go of with the stack; the limits are to keep this from happening.
            throw new Unavailable("reading it takes more memory than there is", e);
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of a reader of ours. The sender learns at once that this message does not get in.
            log.atError()
                    .addKeyValue("feed", message.feed().id())
                    .addKeyValue("sha256", message.sha256())
                    .setCause(e)
                    .log("a format's reader failed; the message is refused");
            return new Taken.Unreadable(
                    "", "the reader of this format failed on it; the operator's log has the reason");
        }
    }

    private Taken tryToRead(WireMessage message) {
        Optional<List<Reading>> readings = formats.read(message);
        if (readings.isEmpty()) {
            return new Taken.UnknownFormat(formats.names());
        }
        var items = new ArrayList<RawMessage>();
        var refused = new ArrayList<Reading.Refused>();
        for (Reading reading : readings.get()) {
            switch (reading) {
                case Reading.Item one ->
                    RawMessage.of(one.item()).ifPresentOrElse(items::add, () -> refused.add(RawMessage.tooLong(one)));
                case Reading.Refused one -> refused.add(one);
                case Reading.Excessive all -> {
                    return new Taken.TooMuch(all.at(), all.reason());
                }
                case Reading.Malformed all -> {
                    return new Taken.Unreadable(all.at(), all.reason());
                }
            }
        }
        return items.isEmpty() ? new Taken.NothingUsable(refused) : new Taken.Published(items, refused);
    }

    private void publish(
            WireMessage message,
            List<RawMessage> items,
            List<ProducerRecord<String, byte[]>> alongside,
            ByteBudget.Share share,
            IngestMetrics.InHand counted) {
        try {
            share.resize(message.bytes().length);
            topic.publish(message, items, alongside, share);
        } catch (Unavailable e) {
            counted.failed(items.size());
            throw e;
        }
        counted.accepted(items.size(), message.received());
    }
}
