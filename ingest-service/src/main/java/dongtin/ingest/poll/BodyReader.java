package dongtin.ingest.poll;

import dongtin.ingest.raw.ByteBudget;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/** Reads the body of an answer up to a limit, and no byte further: neither of what comes nor of what that unfolds to. */
final class BodyReader {

    private BodyReader() {}

    /**
     * The body, as it is after decompression.
     *
     * @param share has the bytes until it is closed
     * @throws IOException with a reason for people if the body is not to be had
     * @throws dongtin.ingest.raw.Unavailable if there is no room for it
     */
    static byte[] read(ClassicHttpResponse answer, int limit, ByteBudget.Share share) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > limit) {
            throw tooLarge(limit);
        }
        // Closing the answer's own stream would read it to its end.
        try (InputStream raw = new Limited(entity.getContent(), limit);
                InputStream body = decoded(answer, raw)) {
            byte[] bytes = share.read(body, limit);
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        } catch (ZipException e) {
            throw new IOException("the body is no gzip: " + e.getMessage(), e);
        }
    }

    private static InputStream decoded(ClassicHttpResponse answer, InputStream raw) throws IOException {
        Header encoding = answer.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        String name = encoding == null ? "" : encoding.getValue().strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, 8192);
            default -> throw new IOException("Content-Encoding %s was not asked for".formatted(name));
        };
    }

    private static IOException tooLarge(int limit) {
        return new IOException("the message is larger than %d bytes".formatted(limit));
    }

    /** Compressed bytes that unfold to nothing are bytes, too. */
    private static final class Limited extends FilterInputStream {

        private final int limit;
        private long left;

        Limited(InputStream in, int limit) {
            super(in);
            this.limit = limit;
            left = limit + 1L;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw tooLarge(limit);
            }
            return result;
        }

        @Override
        public void close() {
            // see above
        }
    }
}
