package dongtin.ingest.push;

import dongtin.ingest.raw.ByteBudget;
import dongtin.ingest.raw.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * The body of a push, within its limits of size, time and memory. Nothing larger is ever held, whatever the length that was
 * declared, and whatever it would inflate to. One thread.
 */
final class PushBody implements AutoCloseable {

    private static final int STEP = 64 * 1024;
    private static final long INFLATING = Duration.ofMinutes(1).toNanos();
    private static final int BEGINNING = 256 * 1024;
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private final HttpServletRequest request;
    private final int limit;
    private final ByteBudget.Share share;
    private byte[] sent = new byte[0];

    private PushBody(HttpServletRequest request, int limit, ByteBudget.Share share) {
        this.request = request;
        this.limit = limit;
        this.share = share;
    }

    /**
     * Reads the request's body.
     *
     * @param limit the most bytes that it may have, as sent and inflated
     * @param budget what it takes up there, it gives back when it is closed
     */
    static PushBody read(HttpServletRequest request, int limit, Duration timeout, ByteBudget budget) {
        var body = new PushBody(request, limit, budget.share());
        try {
            body.read(System.nanoTime() + timeout.toNanos());
            return body;
        } catch (PushRefused e) {
            body.close();
            throw e;
        }
    }

    /** The bytes as they were sent, which is what a signature is of. */
    byte[] sent() {
        return sent;
    }

    /**
     * The message: what was sent, without its content coding.
     *
     * @throws PushRefused if it is coded in a way that is not read, broken, empty or too large
     */
    byte[] message() {
        byte[] message = gzip(request) ? inflated() : sent;
        if (message.length == 0) {
            throw PushRefused.empty();
        }
        return message;
    }

    @Override
    public void close() {
        share.close();
    }

    private void read(long deadline) {
        long declared = request.getContentLengthLong();
        if (declared > limit) {
            throw PushRefused.tooLarge(limit);
        }
        try {
            InputStream body = request.getInputStream();
            sent = all(body, declared < 0 ? Math.min(BEGINNING, limit) : (int) declared, 0, deadline);
        } catch (SocketTimeoutException e) {
            throw PushRefused.tooSlow(e);
        } catch (IOException e) {
            throw PushRefused.unfinished(e);
        }
        resize(sent.length);
    }

    private byte[] inflated() {
        try (var gzip = new GzipMessage(sent)) {
            byte[] message = all(gzip, Math.min(BEGINNING, limit), sent.length, System.nanoTime() + INFLATING);
            gzip.requireEnd();
            resize((long) sent.length + message.length);
            return message;
        } catch (IOException e) {
            throw PushRefused.brokenGzip(e);
        }
    }

    /** All bytes to the end; a buffer as large as is expected, and if that was too little, as large as the limit. */
    private byte[] all(InputStream from, int expected, int held, long deadline) throws IOException {
        resize((long) held + expected);
        byte[] buffer = new byte[expected];
        int size = 0;
        for (int next = from.read(); next >= 0; next = from.read()) {
            if (size == limit) {
                throw PushRefused.tooLarge(limit);
            }
            if (size == buffer.length) {
                resize((long) held + limit);
                buffer = Arrays.copyOf(buffer, limit);
            }
            buffer[size++] = (byte) next;
            size += Math.max(0, from.read(buffer, size, Math.min(STEP, buffer.length - size)));
            if (System.nanoTime() - deadline > 0) {
                throw PushRefused.tooSlow(null);
            }
        }
        return size == buffer.length ? buffer : Arrays.copyOf(buffer, size);
    }

    private void resize(long bytes) {
        try {
            share.resize(bytes);
        } catch (Unavailable e) {
            throw PushRefused.busy(e);
        }
    }

    /** Whether the body is coded with gzip; the only coding that is read (RFC 9110, section 8.4.1). */
    private static boolean gzip(HttpServletRequest request) {
        List<String> codings = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.size() > 1 || !GZIP.containsAll(codings)) {
            throw PushRefused.unknownEncoding(String.join(", ", codings));
        }
        return !codings.isEmpty();
    }
}
