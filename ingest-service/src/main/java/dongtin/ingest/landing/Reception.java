package dongtin.ingest.landing;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.IntakeProperties;
import dongtin.ingest.raw.Unavailable;
import dongtin.message.LoggedReason;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in what landed, wherever that was, and says in the log what could not be taken. Thread-safe. */
@Component
public class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Intake intake;
    private final IntakeProperties limits;
    private final Clock clock;

    Reception(Intake intake, IntakeProperties limits, Clock clock) {
        this.intake = intake;
        this.limits = limits;
        this.clock = clock;
    }

    /** The size of the largest message that is read, in bytes. */
    public int largest() {
        return Math.toIntExact(limits.maxBody().toBytes());
    }

    /**
     * Publishes a message.
     *
     * @param name what the message is called where it landed, for people
     * @param bytes at most one more than {@link #largest()}, by which it is known as too large
     * @throws Unavailable if it is not certain that the broker has it
     */
    public Receipt take(Feed feed, String name, String contentType, byte[] bytes) {
        if (bytes.length > largest()) {
            return tooLarge(feed, name);
        }
        if (bytes.length == 0) {
            intake.refuseWhole(feed.id());
            return told(feed, name, Receipt.refused("the message is empty"));
        }
        var message = new WireMessage(feed, contentType, bytes, clock.instant());
        return told(feed, name, Receipt.of(intake.take(message), contentType));
    }

    /** Refuses a message whose size is known before it is read. */
    public Receipt tooLarge(Feed feed, String name) {
        intake.refuseWhole(feed.id());
        return told(feed, name, Receipt.refused("a message has %d bytes at most".formatted(largest())));
    }

    private static Receipt told(Feed feed, String name, Receipt receipt) {
        if (receipt.hasRefusals()) {
            log.atWarn()
                    .addKeyValue("feed", feed.id())
                    .log(
                            "{} of {}: {}{}",
                            receipt.published() ? "a part not taken" : "not taken",
                            Printable.of(name),
                            LoggedReason.of(receipt.refusals().getFirst()),
                            receipt.refusals().size() > 1
                                    ? ", and " + (receipt.refusals().size() - 1) + " more"
                                    : "");
        }
        return receipt;
    }
}
