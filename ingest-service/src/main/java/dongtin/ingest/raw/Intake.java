package dongtin.ingest.raw;

import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * Takes in a message, whichever way it came: reads it, and publishes it with the items that it holds. Every transport ends
 * here, so that all of them read, count, refuse and promise alike. Thread-safe.
 */
@Component
public class Intake {

    private final Formats formats = new Formats();
    private final IntakeProperties limits;
    private final RawTopic topic;
    private final IngestMetrics metrics;

    Intake(IntakeProperties limits, RawTopic topic, IngestMetrics metrics) {
        this.limits = limits;
        this.topic = topic;
        this.metrics = metrics;
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
        String feed = message.feed().id();
        Taken read = read(message);
        switch (read) {
            case Taken.Published all -> {
                metrics.received(feed, all.items().size() + all.refused().size());
                metrics.refused(feed, all.refused().size());
                publish(message, all.items(), alongside);
            }
            case Taken.NothingUsable all -> {
                metrics.received(feed, all.refused().size());
                metrics.refused(feed, all.refused().size());
            }
            case Taken.Unreadable all -> refuseWhole(feed);
            case Taken.UnknownFormat all -> refuseWhole(feed);
            case Taken.TooManyItems all -> refuseWhole(feed);
        }
        return read;
    }

    /** Counts a message that was turned away before it could be read. */
    public void refuseWhole(String feed) {
        metrics.received(feed, 1);
        metrics.refused(feed, 1);
    }

    /** Reads a message as {@link #take} would, and publishes and counts nothing. */
    public Taken read(WireMessage message) {
        Optional<List<Reading>> readings = formats.read(message);
        if (readings.isEmpty()) {
            return new Taken.UnknownFormat(formats.names());
        }
        if (readings.get().size() > limits.maxItems()) {
            return new Taken.TooManyItems(limits.maxItems());
        }
        var items = new ArrayList<RawMessage>();
        var refused = new ArrayList<Reading.Refused>();
        for (Reading reading : readings.get()) {
            switch (reading) {
                case Reading.Item one ->
                    RawMessage.of(one.item()).ifPresentOrElse(items::add, () -> refused.add(RawMessage.tooLong(one)));
                case Reading.Refused one -> refused.add(one);
                case Reading.Malformed all -> {
                    return new Taken.Unreadable(all.at(), all.reason());
                }
            }
        }
        return items.isEmpty() ? new Taken.NothingUsable(refused) : new Taken.Published(items, refused);
    }

    private void publish(WireMessage message, List<RawMessage> items, List<ProducerRecord<String, byte[]>> alongside) {
        String feed = message.feed().id();
        try {
            topic.publish(message, items, alongside);
        } catch (Unavailable e) {
            metrics.failed(feed, items.size());
            throw e;
        }
        metrics.accepted(feed, items.size());
    }
}
