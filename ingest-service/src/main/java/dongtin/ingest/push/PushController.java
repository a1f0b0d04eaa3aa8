package dongtin.ingest.push;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.feed.PushSettings;
import dongtin.ingest.format.WireMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a sender in who is known, by token or signature, and then takes its message. */
@RestController
class PushController {

    private final FeedProperties feeds;
    private final PushBodies bodies;
    private final FeedLimits limits;
    private final PushIntake intake;
    private final Clock clock;

    PushController(FeedProperties feeds, PushBodies bodies, FeedLimits limits, PushIntake intake, Clock clock) {
        this.feeds = feeds;
        this.bodies = bodies;
        this.limits = limits;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping("/v1/feeds/{feed}/items")
    ResponseEntity<PushAnswer> push(@PathVariable String feed, HttpServletRequest request) {
        Source source = feeds.source(feed).orElseThrow(() -> PushRefused.unknownFeed(feed));
        PushSettings settings = source.push();
        if (settings == null || (settings.loopbackOnly() && !Loopback.only(request))) {
            throw PushRefused.unauthorized();
        }
        try {
            return signed(request, settings)
                    ? pushSigned(feed, source, settings, request)
                    : pushWithToken(feed, source, settings, request);
        } catch (PushRefused e) {
            intake.count(feed, e.counted());
            PushLog.refused(feed, e);
            throw e;
        }
    }

    /** What is signed is to be signed rightly, also beside a token. */
    private static boolean signed(HttpServletRequest request, PushSettings settings) {
        return WebhookSignature.on(request) && !settings.signingSecrets().isEmpty();
    }

    private ResponseEntity<PushAnswer> pushWithToken(
            String feed, Source source, PushSettings settings, HttpServletRequest request) {
        if (!BearerToken.allows(request, settings)) {
            throw PushRefused.unauthorized();
        }
        return limits.within(feed, () -> {
            try (var body = bodies.ofKnown(request)) {
                return accepted(message(feed, source, request, body), request, Optional.empty());
            }
        });
    }

    private ResponseEntity<PushAnswer> pushSigned(
            String feed, Source source, PushSettings settings, HttpServletRequest request) {
        // What does not even look right costs no body; what does is read before it is known who sends it.
        var signature = WebhookSignature.of(request, clock.instant()).orElseThrow(PushRefused::unauthorized);
        try (var body = bodies.ofStranger(request)) {
            if (!signature.signs(body.sent(), settings.signingSecrets())) {
                throw PushRefused.unauthorized();
            }
            return limits.within(
                    feed, () -> accepted(message(feed, source, request, body), request, Optional.of(signature.id())));
        }
    }

    private WireMessage message(String feed, Source source, HttpServletRequest request, PushBody body) {
        return new WireMessage(source.feed(feed), request.getContentType(), body.message(), clock.instant());
    }

    private ResponseEntity<PushAnswer> accepted(
            WireMessage message, HttpServletRequest request, Optional<String> webhookId) {
        Repeats.Answered answered = intake.take(message, webhookId, IdempotencyKey.of(request));
        // Without a word to Accept: the item is published, whatever the sender reads.
        var accepted = ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON);
        if (answered.repeat()) {
            accepted.header("Idempotent-Replayed", "true");
        }
        return accepted.body(answered.answer());
    }
}
