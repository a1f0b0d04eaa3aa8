package dongtin.ingest.poll;

import dongtin.ingest.format.Reading;
import dongtin.ingest.raw.Unavailable;
import dongtin.message.LoggedReason;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** What the operator is told of one feed: a line when something changes, not one for each poll. */
final class PollLog {

    private static final Logger log = LoggerFactory.getLogger(PollLog.class);

    private static final int MOST_REFUSALS = 20;

    private final String feed;

    PollLog(String feed) {
        this.feed = feed;
    }

    void failed(Pace before, Pace after) {
        String reason = String.valueOf(after.trouble());
        if (!reason.equals(before.trouble())) {
            line(log.atWarn())
                    .addKeyValue("error.message", reason)
                    .addKeyValue("due", after.due())
                    .log("feed {} can not be polled: {}", feed, reason);
        }
    }

    void succeeded(Pace before, Pace after) {
        if (before.trouble() != null) {
            line(log.atInfo())
                    .addKeyValue("failures", before.failures())
                    .log("feed {} is polled again after {} failures", feed, before.failures());
        }
        if (after.movedTo() != null && !after.movedTo().equals(before.movedTo())) {
            line(log.atWarn()).log("feed {} has moved for good to {}: set its poll.url to that", feed, after.movedTo());
        }
    }

    void gone(URI from) {
        line(log.atError())
                .log(
                        "feed {} is gone for good, says {} (410): it is not polled until the service is started again",
                        feed,
                        from.getHost());
    }

    void refused(List<Reading.Refused> refusals) {
        for (Reading.Refused refusal : refusals.subList(0, Math.min(refusals.size(), MOST_REFUSALS))) {
            String reason = LoggedReason.of(refusal.reason());
            line(log.atWarn())
                    .addKeyValue("at", refusal.at())
                    .addKeyValue("error.message", reason)
                    .log("an item of feed {} is refused, at {}: {}", feed, refusal.at(), reason);
        }
        if (refusals.size() > MOST_REFUSALS) {
            line(log.atWarn())
                    .log(
                            "{} more items of feed {} are refused in the same message",
                            refusals.size() - MOST_REFUSALS,
                            feed);
        }
    }

    void returned(Unavailable reason, int times) {
        if (times == 1) {
            line(log.atWarn())
                    .addKeyValue("error.message", reason.getMessage())
                    .setCause(reason.getCause())
                    .log("what feed {} holds is not published yet: {}", feed, reason.getMessage());
        }
    }

    void paceNotKept(Unavailable reason) {
        line(log.atDebug())
                .addKeyValue("error.message", reason.getMessage())
                .log("when feed {} was polled is not kept", feed);
    }

    void cursorUnreadable(String kind, RuntimeException reason) {
        line(log.atWarn())
                .addKeyValue("error.message", reason.getMessage())
                .log("what was kept of feed {} ({}) can not be read: the feed is read from its beginning", feed, kind);
    }

    void fault(Throwable fault) {
        line(log.atError()).setCause(fault).log("a poll of feed {} broke", feed);
    }

    private LoggingEventBuilder line(LoggingEventBuilder event) {
        return event.addKeyValue("feed", feed);
    }
}
