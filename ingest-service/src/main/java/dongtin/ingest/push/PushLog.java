package dongtin.ingest.push;

import dongtin.ingest.format.Reading;
import dongtin.message.LoggedReason;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the log for each push that was refused, or in part: why and where, and nothing of what was pushed. Those that were
 * turned away by a limit are counted only: they come by the thousand, and come again. Thread-safe.
 */
final class PushLog {

    private static final Logger log = LoggerFactory.getLogger(PushLog.class);

    private PushLog() {}

    static void refused(String feed, PushRefused push) {
        boolean told = switch (push.counted()) {
            case AS_REFUSED -> true;
            case ALREADY -> push.getStatusCode().is4xxClientError();
            case NOWHERE, AS_OVER_RATE, AS_OVER_IN_FLIGHT, AS_OVER_BYTES -> false;
        };
        if (told) {
            String reason = LoggedReason.of(String.valueOf(push.getBody().getDetail()));
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .addKeyValue(
                            "http.response.status_code", push.getStatusCode().value())
                    .addKeyValue("error.message", reason)
                    .log("a push of feed {} is refused: {}{}", feed, reason, first(push));
        }
    }

    private static String first(PushRefused push) {
        List<PushAnswer.Refused> items = push.items();
        return items.isEmpty()
                ? ""
                : "; %d items, the first at %s: %s"
                        .formatted(
                                items.size(),
                                LoggedReason.of(items.getFirst().at()),
                                LoggedReason.of(items.getFirst().reason()));
    }

    static void refusedInPart(String feed, List<Reading.Refused> refused) {
        if (!refused.isEmpty()) {
            String reason = LoggedReason.of(refused.getFirst().reason());
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .addKeyValue("error.message", reason)
                    .log(
                            "{} items of a push of feed {} are refused, the first at {}: {}",
                            refused.size(),
                            feed,
                            LoggedReason.of(refused.getFirst().at()),
                            reason);
        }
    }
}
