package dongtin.ingest.push;

import com.github.benmanes.caffeine.cache.Ticker;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.push.Repeats.Answered;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.Taken;
import dongtin.ingest.raw.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes pushed messages, each key's once. What it returns is on the topics; nothing else is answered 202. Thread-safe. */
@Component
class PushIntake {

    private static final Logger log = LoggerFactory.getLogger(PushIntake.class);

    /** A signature is good for five minutes before and after its time: so long it can be seen again. */
    private static final Duration SIGNATURE_LIVES = Duration.ofMinutes(10);

    private final Intake intake;
    private final PushMetrics metrics;
    private final Repeats signed = new Repeats(SIGNATURE_LIVES, Ticker.systemTicker());
    private final Repeats keyed;

    PushIntake(Intake intake, PushMetrics metrics, PushProperties properties) {
        this.intake = intake;
        this.metrics = metrics;
        this.keyed = new Repeats(properties.keepAnswers(), Ticker.systemTicker());
    }

    /**
     * The answer of a message, or of its first time under one of its keys.
     *
     * @param webhookId the id that it is signed with
     * @param idempotencyKey which is not signed, so it does not stand in for the id
     * @throws PushRefused if nothing of it is taken
     */
    Answered take(WireMessage message, Optional<String> webhookId, Optional<String> idempotencyKey) {
        String feed = message.feed().id();
        String payload = message.sha256() + ' ' + message.contentType();
        Supplier<Answered> push = () -> new Answered(payload, take(message), false);
        Answered answered = once(signed, feed, webhookId, payload, once(keyed, feed, idempotencyKey, payload, push))
                .get();
        if (answered.repeat()) {
            metrics.repeated(feed);
        }
        return answered;
    }

    /** Counts what was refused before it came to be taken. */
    void count(String feed, PushRefused.Counted counted) {
        switch (counted) {
            case NOWHERE, ALREADY -> {}
            case AS_REFUSED -> intake.refuseWhole(feed);
            case AS_OVER_RATE -> limited(feed, "rate");
            case AS_OVER_IN_FLIGHT -> limited(feed, "in-flight");
            case AS_OVER_BYTES -> limited(feed, "bytes");
        }
    }

    private void limited(String feed, String limit) {
        intake.failWhole(feed);
        metrics.limited(feed, limit);
    }

    private static Supplier<Answered> once(
            Repeats repeats, String feed, Optional<String> key, String payload, Supplier<Answered> push) {
        return key.<Supplier<Answered>>map(value -> () -> repeats.once(new Repeats.Key(feed, value), payload, push))
                .orElse(push);
    }

    private PushAnswer take(WireMessage message) {
        Taken taken;
        try {
            taken = intake.take(message);
        } catch (Unavailable e) {
            log.atWarn()
                    .addKeyValue("feed", message.feed().id())
                    .addKeyValue("error.message", e.logged())
                    .log("push not accepted: {}", e.logged());
            throw PushRefused.unavailable(e);
        }
        return switch (taken) {
            case Taken.Published some -> {
                PushLog.refusedInPart(message.feed().id(), some.refused());
                yield PushAnswer.of(some);
            }
            case Taken.NothingUsable all -> throw PushRefused.nothingAccepted(PushAnswer.refused(all.refused()));
            case Taken.Unreadable all -> throw PushRefused.malformed(all.at(), all.reason());
            case Taken.UnknownFormat all -> throw PushRefused.unknownType(message.contentType(), all.known());
            case Taken.TooMuch all -> throw PushRefused.tooMuch(all.at(), all.reason());
        };
    }
}
