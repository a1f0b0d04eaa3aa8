package dongtin.ingest.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates a whole message in gzip (RFC 1952), of one member or more, while it is read. */
final class GzipMessage extends GZIPInputStream {

    private static final int TRAILER = 8;

    GzipMessage(byte[] compressed) throws IOException {
        // As large a buffer as the message: what comes after its last member is then still there to be seen.
        super(new ByteArrayInputStream(compressed), Math.max(1, compressed.length));
    }

    /** To be asked at the end: what is no member any more is silently left out by the JDK, but may be a broken one. */
    void requireEnd() throws IOException {
        if (inf.getRemaining() != TRAILER) {
            throw new ZipException("bytes after the end of the gzip member");
        }
    }
}
