package dongtin.ingest.websub;

import dongtin.ingest.cursor.CursorTopic;
import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.feed.WebSubSettings;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.poll.DeclaredType;
import dongtin.ingest.poll.Delivered;
import dongtin.ingest.raw.ByteBudget;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.IntakeProperties;
import dongtin.ingest.raw.Taken;
import dongtin.ingest.raw.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What hubs call: to ask whether a subscription is meant, and to deliver. Any instance answers, whichever has the feed in
 * hand; what that one has to know goes by way of the topic of cursors.
 */
@RestController
class WebSubController {

    private static final Logger log = LoggerFactory.getLogger(WebSubController.class);

    private static final int LONGEST_REASON = 300;

    /** Bytes of the beginnings of deliveries; of the rest, one of the largest has room. */
    private static final long SMALL_AT_ONCE = 4 * 1024 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long LONGEST_LEASE = Duration.ofDays(365).toSeconds();

    private final FeedProperties feeds;
    private final WebSubProperties properties;
    private final IntakeProperties limits;
    private final Intake intake;
    private final CursorTopic cursors;
    private final WebSubMetrics metrics;
    private final Clock clock;
    private final ByteBudget bodies;

    WebSubController(
            FeedProperties feeds,
            WebSubProperties properties,
            IntakeProperties limits,
            Intake intake,
            CursorTopic cursors,
            WebSubMetrics metrics,
            Clock clock) {
        this.feeds = feeds;
        this.properties = properties;
        this.limits = limits;
        this.intake = intake;
        this.cursors = cursors;
        this.metrics = metrics;
        this.clock = clock;
        bodies = new ByteBudget(SMALL_AT_ONCE, limit() + 1L, LONGEST_WAIT);
    }

    /** The hub asks whether a subscription is meant (W3C WebSub, 5.3), or says that it denies one (5.2). */
    @GetMapping("/v1/websub/{feed}/{token}")
    ResponseEntity<String> verify(
            @PathVariable String feed,
            @PathVariable String token,
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.topic") String topic,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge,
            @RequestParam(name = "hub.lease_seconds", required = false) @Nullable Long leaseSeconds,
            @RequestParam(name = "hub.reason", required = false) @Nullable String reason) {
        Callback callback = callback(feed, token);
        if (callback == null || !callback.isFor(topic)) {
            return ResponseEntity.notFound().build();
        }
        WebSubSettings settings = settings(feed);
        try {
            return switch (mode) {
                case "subscribe" -> subscribed(feed, topic, settings, challenge, leaseSeconds);
                // Only where the feed has no hub any more; nobody here asks for it otherwise.
                case "unsubscribe" ->
                    settings == null
                            ? meant(challenge)
                            : ResponseEntity.notFound().build();
                case "denied" -> denied(feed, topic, reason);
                default -> ResponseEntity.notFound().build();
            };
        } catch (Unavailable e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    private ResponseEntity<String> subscribed(
            String feed,
            String topic,
            @Nullable WebSubSettings settings,
            @Nullable String challenge,
            @Nullable Long leaseSeconds) {
        if (settings == null || challenge == null) {
            return ResponseEntity.notFound().build();
        }
        long seconds = leaseSeconds == null ? settings.lease().toSeconds() : Math.clamp(leaseSeconds, 1, LONGEST_LEASE);
        Instant now = clock.instant();
        keep(feed, new Lease(topic, now, now.plusSeconds(seconds), null));
        return meant(challenge);
    }

    private ResponseEntity<String> denied(String feed, String topic, @Nullable String reason) {
        String words = reason == null ? "" : reason.replaceAll("[\\p{Cntrl}\\s]++", " ");
        String some = words.substring(0, Math.min(words.length(), LONGEST_REASON));
        keep(feed, new Lease(topic, clock.instant(), null, some));
        return ResponseEntity.ok().build();
    }

    private void keep(String feed, Lease lease) {
        cursors.keep(List.of(cursors.record(feed, Lease.KIND, lease)));
    }

    private static ResponseEntity<String> meant(@Nullable String challenge) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(challenge == null ? "" : challenge);
    }

    /** A delivery. What does not hold is answered as if it did (W3C WebSub, 7.1): a forger learns nothing. */
    @PostMapping("/v1/websub/{feed}/{token}")
    ResponseEntity<Void> deliver(@PathVariable String feed, @PathVariable String token, HttpServletRequest request) {
        Callback callback = callback(feed, token);
        if (callback == null) {
            return ResponseEntity.notFound().build();
        }
        Source source = feeds.source(feed).orElse(null);
        if (source == null || source.websub() == null) {
            return ResponseEntity.status(HttpStatus.GONE).build(); // the hub ends the subscription
        }
        try (ByteBudget.Share share = bodies.share()) {
            return deliver(feed, source, callback, request, share.read(request.getInputStream(), limit()));
        } catch (Unavailable e) {
            metrics.returned(feed);
            return again();
        } catch (IOException e) {
            return ResponseEntity.badRequest().build();
        }
    }

    private ResponseEntity<Void> deliver(
            String feed, Source source, Callback callback, HttpServletRequest request, byte[] body) {
        if (body.length > limit() || !signed(callback, request, body)) {
            metrics.dropped(feed);
            log.atDebug()
                    .addKeyValue("feed", feed)
                    .log("a delivery is dropped: too large, or not signed as it should be");
            return ResponseEntity.accepted().build();
        }
        return take(
                feed,
                new WireMessage(
                        source.feed(feed), DeclaredType.of(request.getContentType(), body), body, clock.instant()));
    }

    private static boolean signed(Callback callback, HttpServletRequest request, byte[] body) {
        return Signature.holds(request.getHeader("X-Hub-Signature"), callback.secret(), body);
    }

    private ResponseEntity<Void> take(String feed, WireMessage message) {
        try {
            Taken read = intake.read(message);
            List<ProducerRecord<String, byte[]>> alongside = read instanceof Taken.Published some
                    ? List.of(cursors.record(feed, Delivered.KIND, Delivered.of(some.items(), message.received())))
                    : List.of();
            intake.take(message, read, alongside);
            tell(feed, read);
        } catch (Unavailable e) {
            metrics.returned(feed);
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .setCause(e.getCause())
                    .log("a delivery to feed {} is not taken: {}", feed, e.getMessage());
            return again();
        }
        metrics.taken(feed);
        return ResponseEntity.accepted().build();
    }

    private static ResponseEntity<Void> again() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .build();
    }

    /** A hub would only send the same again: what can not be taken is told here. */
    private static void tell(String feed, Taken read) {
        String wrong = switch (read) {
            case Taken.Published all ->
                all.refused().isEmpty()
                        ? null
                        : "%d items are refused".formatted(all.refused().size());
            case Taken.NothingUsable all ->
                "none of %d items can be taken".formatted(all.refused().size());
            case Taken.Unreadable all -> all.at() + ": " + all.reason();
            case Taken.UnknownFormat all -> "no format for it";
            case Taken.TooMuch all -> all.at() + ": " + all.reason();
        };
        if (wrong != null) {
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .addKeyValue("error.message", wrong)
                    .log("a delivery to feed {} is not taken as a whole: {}", feed, wrong);
        }
    }

    private @Nullable Callback callback(String feed, String token) {
        return properties.key() == null ? null : Callback.named(properties.key(), feed, token);
    }

    private @Nullable WebSubSettings settings(String feed) {
        return feeds.source(feed).map(Source::websub).orElse(null);
    }

    private int limit() {
        return Math.toIntExact(limits.maxBody().toBytes());
    }
}
