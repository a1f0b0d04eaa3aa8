package dongtin.ingest.push;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.IntakeProperties;
import dongtin.ingest.raw.Taken;
import dongtin.ingest.raw.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a message of any format. What is answered 202 is on the topic; nothing else is answered 202. */
@RestController
class PushController {

    private static final Logger log = LoggerFactory.getLogger(PushController.class);

    private final FeedProperties feeds;
    private final IntakeProperties limits;
    private final Intake intake;
    private final Clock clock;

    PushController(FeedProperties feeds, IntakeProperties limits, Intake intake, Clock clock) {
        this.feeds = feeds;
        this.limits = limits;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping("/v1/feeds/{feed}/items")
    ResponseEntity<PushAnswer> push(@PathVariable String feed, HttpServletRequest request) {
        Source source = feeds.source(feed).orElseThrow(() -> PushRefused.unknownFeed(feed));
        if (source.push() == null || !BearerToken.allows(request, source.push())) {
            throw PushRefused.unauthorized();
        }
        var message =
                new WireMessage(source.feed(feed), request.getContentType(), body(feed, request), clock.instant());
        // Without a word to Accept: the item is published, whatever the sender reads.
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(take(message));
    }

    private byte[] body(String feed, HttpServletRequest request) {
        try {
            return body(request);
        } catch (PushRefused e) {
            intake.refuseWhole(feed);
            throw e;
        }
    }

    private byte[] body(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw PushRefused.unknownEncoding(encoding);
        }
        long limit = limits.maxBody().toBytes();
        if (request.getContentLengthLong() > limit) {
            throw PushRefused.tooLarge(limit);
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(Math.toIntExact(limit) + 1);
        } catch (IOException e) {
            throw PushRefused.unfinished(e);
        }
        if (body.length > limit) {
            throw PushRefused.tooLarge(limit);
        }
        if (body.length == 0) {
            throw PushRefused.empty();
        }
        return body;
    }

    private PushAnswer take(WireMessage message) {
        Taken taken;
        try {
            taken = intake.take(message);
        } catch (Unavailable e) {
            log.atWarn()
                    .addKeyValue("feed", message.feed().id())
                    .setCause(e.getCause())
                    .log("push not accepted: {}", e.getMessage());
            throw PushRefused.unavailable(e);
        }
        return switch (taken) {
            case Taken.Published some -> PushAnswer.of(some);
            case Taken.NothingUsable all -> throw PushRefused.nothingAccepted(PushAnswer.refused(all.refused()));
            case Taken.Unreadable all -> throw PushRefused.malformed(all.at(), all.reason());
            case Taken.UnknownFormat all -> throw PushRefused.unknownType(message.contentType(), all.known());
            case Taken.TooManyItems all -> throw PushRefused.tooMany(all.limit());
        };
    }
}
