package dongtin.ingest.push;

import dongtin.ingest.FeedProperties;
import dongtin.ingest.IngestMetrics;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.RawMessage;
import dongtin.ingest.raw.RawTopic;
import dongtin.ingest.raw.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final PushProperties limits;
    private final Formats formats = new Formats();
    private final RawTopic topic;
    private final IngestMetrics metrics;
    private final Clock clock;

    PushController(FeedProperties feeds, PushProperties limits, RawTopic topic, IngestMetrics metrics, Clock clock) {
        this.feeds = feeds;
        this.limits = limits;
        this.topic = topic;
        this.metrics = metrics;
        this.clock = clock;
    }

    @PostMapping("/v1/feeds/{feed}/items")
    ResponseEntity<PushAnswer> push(@PathVariable String feed, HttpServletRequest request) {
        var source = feeds.source(feed).orElseThrow(() -> PushRefused.unknownFeed(feed));
        if (!BearerToken.allows(request, source)) {
            throw PushRefused.unauthorized();
        }
        Batch batch;
        try {
            byte[] body = body(request);
            batch = read(new WireMessage(source.feed(feed), request.getContentType(), body, clock.instant()));
        } catch (PushRefused e) {
            metrics.received(feed, 1);
            metrics.refused(feed, 1);
            throw e;
        }
        metrics.received(feed, batch.items().size() + batch.refused().size());
        metrics.refused(feed, batch.refused().size());
        if (batch.items().isEmpty()) {
            throw PushRefused.nothingAccepted(batch.refused());
        }
        publish(batch);
        // Without a word to Accept: the item is published, whatever the sender reads.
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PushAnswer(
                        batch.items().stream()
                                .map(RawMessage::item)
                                .map(PushAnswer.Accepted::of)
                                .toList(),
                        batch.refused()));
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

    private Batch read(WireMessage message) {
        List<Reading> readings = formats.read(message)
                .orElseThrow(() -> PushRefused.unknownType(message.contentType(), formats.names()));
        if (readings.size() > limits.maxItems()) {
            throw PushRefused.tooMany(limits.maxItems());
        }
        var items = new ArrayList<RawMessage>();
        var refused = new ArrayList<PushAnswer.Refused>();
        for (Reading reading : readings) {
            switch (reading) {
                case Reading.Item one ->
                    RawMessage.of(one.item())
                            .ifPresentOrElse(items::add, () -> refused.add(PushAnswer.Refused.tooLong(one.item())));
                case Reading.Refused one -> refused.add(PushAnswer.Refused.of(one));
                case Reading.Malformed all -> throw PushRefused.malformed(all.at(), all.reason());
            }
        }
        return new Batch(message, List.copyOf(items), List.copyOf(refused));
    }

    private void publish(Batch batch) {
        String feed = batch.message().feed().id();
        try {
            topic.publish(batch.message(), batch.items());
        } catch (Unavailable e) {
            metrics.failed(feed, batch.items().size());
            log.atWarn().addKeyValue("feed", feed).setCause(e.getCause()).log("push not accepted: {}", e.getMessage());
            throw PushRefused.unavailable(e);
        }
        metrics.accepted(feed, batch.items().size());
    }

    /** A message and what was read out of it. */
    private record Batch(WireMessage message, List<RawMessage> items, List<PushAnswer.Refused> refused) {}
}
