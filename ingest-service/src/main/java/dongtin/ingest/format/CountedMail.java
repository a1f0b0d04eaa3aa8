package dongtin.ingest.format;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An e-mail that counts its parts and header lines as they are read, and stops where there are too many. One thread. */
final class CountedMail extends MimeMessage {

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADER_LINES = 20_000;

    /** Null only while the mail's own header is read, which the superclass does before this class has begun. */
    private @Nullable Count count;

    /** @throws Excess where its header has too many lines */
    CountedMail(Session session, SharedByteArrayInputStream mail) throws MessagingException {
        super(session, mail);
    }

    @Override
    protected InternetHeaders createInternetHeaders(InputStream in) throws MessagingException {
        return count().headers(in);
    }

    private Count count() {
        if (count == null) {
            count = new Count();
        }
        return count;
    }

    /** The parts of this mail or of a part of it, to any depth. */
    MimeMultipart parts(MimePart part) throws MessagingException {
        return new Parts(new MimePartDataSource(part), count());
    }

    private static final class Count {
        private int parts;
        private int headerLines;

        InternetHeaders headers(InputStream in) throws MessagingException {
            var headers = new InternetHeaders() {
                @Override
                public void addHeaderLine(String line) {
                    if (++headerLines > MOST_HEADER_LINES) {
                        throw new Excess(
                                "header line " + headerLines, MOST_HEADER_LINES, "lines of header in an e-mail");
                    }
                    super.addHeaderLine(line);
                }
            };
            headers.load(in);
            return headers;
        }

        void part() {
            if (++parts > MOST_PARTS) {
                throw new Excess("part " + parts, MOST_PARTS, "parts in an e-mail");
            }
        }
    }

    /** Parsed when it is first asked for a part, and so after it has its count. */
    private static final class Parts extends MimeMultipart {
        private final Count count;

        Parts(DataSource source, Count count) throws MessagingException {
            super(source);
            this.count = count;
        }

        @Override
        protected MimeBodyPart createMimeBodyPart(InputStream in) throws MessagingException {
            count.part();
            return new Body(count.headers(in), in);
        }

        @Override
        protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
            count.part();
            return super.createMimeBodyPart(headers, content);
        }

        @Override
        protected InternetHeaders createInternetHeaders(InputStream in) throws MessagingException {
            return count.headers(in);
        }
    }

    private static final class Body extends MimeBodyPart {
        /** @param in read up to the end of the headers */
        Body(InternetHeaders headers, InputStream in) throws MessagingException {
            this.headers = headers;
            if (in instanceof SharedByteArrayInputStream shared) {
                contentStream = shared.newStream(shared.getPosition(), -1);
            } else {
                try {
                    content = in.readAllBytes();
                } catch (IOException e) {
                    throw new MessagingException("the part can not be read", e);
                }
            }
        }
    }
}
