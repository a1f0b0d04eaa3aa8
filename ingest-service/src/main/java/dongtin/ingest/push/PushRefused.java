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

    private final Counted counted;
    private final transient List<PushAnswer.Refused> items;

    private PushRefused(
            HttpStatus status,
            Counted counted,
            String detail,
            @Nullable Throwable cause,
            List<PushAnswer.Refused> items) {
        super(status, cause);
        this.counted = counted;
        this.items = items;
        setDetail(detail);
    }

    private PushRefused(HttpStatus status, Counted counted, String detail, @Nullable Throwable cause) {
        this(status, counted, detail, cause, List.of());
    }

    private PushRefused(HttpStatus status, Counted counted, String detail) {
        this(status, counted, detail, null);
    }

    /** How it is to be counted. */
    Counted counted() {
        return counted;
    }

    /** Those that were refused each for a reason of its own; empty where the message as a whole was. */
    List<PushAnswer.Refused> items() {
        return items;
    }

    static PushRefused unknownFeed(String feed) {
        return new PushRefused(HttpStatus.NOT_FOUND, Counted.NOWHERE, "there is no feed '%s'".formatted(feed));
    }

    /** The same whatever is wrong or missing: it would tell strangers how near they are. */
    static PushRefused unauthorized() {
        var refused = new PushRefused(
                HttpStatus.UNAUTHORIZED, Counted.NOWHERE, "this feed needs its bearer token or its signature");
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return refused;
    }

    static PushRefused tooLarge(long limit) {
        return new PushRefused(
                HttpStatus.CONTENT_TOO_LARGE, Counted.AS_REFUSED, "a message has %d bytes at most".formatted(limit));
    }

    static PushRefused tooMuch(String at, String reason) {
        return new PushRefused(
                HttpStatus.CONTENT_TOO_LARGE, Counted.ALREADY, at.isEmpty() ? reason : at + ": " + reason);
    }

    static PushRefused unfinished(Throwable cause) {
        return new PushRefused(
                HttpStatus.BAD_REQUEST, Counted.AS_REFUSED, "the message broke off before its end", cause);
    }

    static PushRefused tooSlow(@Nullable Throwable cause) {
        return new PushRefused(HttpStatus.REQUEST_TIMEOUT, Counted.AS_REFUSED, "the message came too slowly", cause);
    }

    static PushRefused empty() {
        return new PushRefused(HttpStatus.BAD_REQUEST, Counted.AS_REFUSED, "the message is empty");
    }

    static PushRefused unknownType(@Nullable String declared, String formats) {
        return new PushRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                Counted.ALREADY,
                "no format for %s; these are read: %s"
                        .formatted(declared == null ? "a message without Content-Type" : declared, formats));
    }

    static PushRefused unknownEncoding(String encoding) {
        var refused = new PushRefused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                Counted.AS_REFUSED,
                "Content-Encoding %s is not read; gzip is, once".formatted(encoding));
        refused.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip, identity");
        return refused;
    }

    static PushRefused brokenGzip(Throwable cause) {
        return new PushRefused(HttpStatus.BAD_REQUEST, Counted.AS_REFUSED, "no gzip: " + cause.getMessage(), cause);
    }

    static PushRefused malformed(String at, String reason) {
        return new PushRefused(HttpStatus.BAD_REQUEST, Counted.ALREADY, at.isEmpty() ? reason : at + ": " + reason);
    }

    static PushRefused nothingAccepted(List<PushAnswer.Refused> items) {
        var refused = new PushRefused(
                HttpStatus.UNPROCESSABLE_CONTENT, Counted.ALREADY, "no item could be taken", null, items);
        refused.getBody().setProperty("refused", items);
        return refused;
    }

    static PushRefused badKey() {
        return new PushRefused(
                HttpStatus.BAD_REQUEST,
                Counted.AS_REFUSED,
                "Idempotency-Key is no string of 1 to 255 printable ASCII characters in quotes");
    }

    static PushRefused stillRunning() {
        return new PushRefused(HttpStatus.CONFLICT, Counted.AS_REFUSED, "a push with this key is not answered yet");
    }

    static PushRefused otherPayload() {
        return new PushRefused(
                HttpStatus.UNPROCESSABLE_CONTENT, Counted.AS_REFUSED, "this key was used for another message");
    }

    static PushRefused tooFast(Duration wait) {
        return again(HttpStatus.TOO_MANY_REQUESTS, Counted.AS_OVER_RATE, "this feed sends too fast", wait);
    }

    static PushRefused tooManyAtOnce(Duration wait) {
        return again(
                HttpStatus.TOO_MANY_REQUESTS,
                Counted.AS_OVER_IN_FLIGHT,
                "too many messages of this feed are not answered yet",
                wait);
    }

    static PushRefused busy(Throwable cause) {
        return again(
                HttpStatus.SERVICE_UNAVAILABLE,
                Counted.AS_OVER_BYTES,
                "not accepted: " + cause.getMessage(),
                COME_AGAIN);
    }

    static PushRefused unavailable(Throwable cause) {
        return again(
                HttpStatus.SERVICE_UNAVAILABLE, Counted.ALREADY, "not accepted: " + cause.getMessage(), COME_AGAIN);
    }

    private static PushRefused again(HttpStatus status, Counted counted, String detail, Duration wait) {
        var refused = new PushRefused(status, counted, detail + "; send it again");
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
        return refused;
    }

    /** Where a refusal is counted: by whoever refused already, or by the edge. */
    enum Counted {
        NOWHERE,
        ALREADY,
        AS_REFUSED,
        AS_OVER_RATE,
        AS_OVER_IN_FLIGHT,
        AS_OVER_BYTES
    }
}
