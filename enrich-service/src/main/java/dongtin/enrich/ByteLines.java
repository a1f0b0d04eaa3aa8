package dongtin.enrich;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, so that whoever tags them decodes them; gzip (RFC 1952) is told by its first bytes. Not thread-safe. */
final class ByteLines {

    private static final int BUFFER = 1 << 16;

    private final InputStream content;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long number;

    /** Reads what the stream holds, inflated if it is gzip. The stream stays the caller's to close. */
    ByteLines(InputStream stream) throws IOException {
        var start = new BufferedInputStream(stream, BUFFER);
        start.mark(2);
        boolean gzip = start.read() == 0x1F && start.read() == 0x8B;
        start.reset();
        content = gzip ? new GZIPInputStream(start, BUFFER) : start;
    }

    /** The next line without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream earlier = null;
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (earlier == null) {
                earlier = new ByteArrayOutputStream(end - at);
            }
            earlier.write(buffer, at, end - at);
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                number++;
                return earlier.toByteArray();
            }
        }
        if (earlier == null) {
            return null;
        }
        number++;
        return earlier.toByteArray();
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, content.read(buffer, 0, BUFFER));
        }
        return filled > 0;
    }
}
