package dongtin.ingest.push;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A push that was not accepted, as problem details (RFC 9457): what is wrong and, where it is known, where. */
final class PushRefused extends ErrorResponseException {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private PushRefused(HttpStatus status, String detail, Throwable cause) {
        super(status, cause);
        setDetail(detail);
    }

    private PushRefused(HttpStatus status, String detail) {
        super(status);
        setDetail(detail);
    }

    static PushRefused unknownFeed(String feed) {
        return new PushRefused(HttpStatus.NOT_FOUND, "there is no feed '%s'".formatted(feed));
    }

    static PushRefused unauthorized() {
        var refused = new PushRefused(HttpStatus.UNAUTHORIZED, "this feed needs its bearer token");
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refused;
    }

    static PushRefused tooLarge(long limit) {
        return new PushRefused(HttpStatus.CONTENT_TOO_LARGE, "a message has %d bytes at most".formatted(limit));
    }

    static PushRefused tooMany(int limit) {
        return new PushRefused(HttpStatus.CONTENT_TOO_LARGE, "a message has %d items at most".formatted(limit));
    }

    static PushRefused unfinished(Throwable cause) {
        return new PushRefused(HttpStatus.BAD_REQUEST, "the message broke off before its end", cause);
    }

    static PushRefused empty() {
        return new PushRefused(HttpStatus.BAD_REQUEST, "the message is empty");
    }

    static PushRefused unknownType(@Nullable String declared, String formats) {
        return new PushRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "no format for %s; these are read: %s"
                        .formatted(declared == null ? "a message without Content-Type" : declared, formats));
    }

    static PushRefused unknownEncoding(String encoding) {
        return new PushRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding %s is not read".formatted(encoding));
    }

    static PushRefused malformed(String at, String reason) {
        return new PushRefused(HttpStatus.BAD_REQUEST, at.isEmpty() ? reason : at + ": " + reason);
    }

    static PushRefused nothingAccepted(List<PushAnswer.Refused> items) {
        var refused = new PushRefused(HttpStatus.UNPROCESSABLE_CONTENT, "no item could be taken");
        refused.getBody().setProperty("refused", items);
        return refused;
    }

    static PushRefused unavailable(Throwable cause) {
        var refused = new PushRefused(
                HttpStatus.SERVICE_UNAVAILABLE, "not accepted: " + cause.getMessage() + "; send it again", cause);
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(COME_AGAIN.toSeconds()));
        return refused;
    }
}
