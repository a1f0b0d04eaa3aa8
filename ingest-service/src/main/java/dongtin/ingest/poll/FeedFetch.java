package dongtin.ingest.poll;

import dongtin.ingest.feed.PollSettings;
import dongtin.ingest.poll.SafeHttp.Unreachable;
import dongtin.ingest.raw.ByteBudget;
import dongtin.ingest.raw.IntakeProperties;
import dongtin.ingest.raw.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Fetches a feed once, whatever it and the servers on the way are up to: no inner address is reached unless the feed's
 * settings allow it, nobody but the feed's own host sees its headers, and bytes and time are bounded. Thread-safe.
 */
@Component
public final class FeedFetch implements AutoCloseable {

    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, "
            + "application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int ERROR_WORDS = 300;

    /** Bytes of the beginnings of messages; of the rest, two of the largest messages have room. */
    private static final long SMALL_AT_ONCE = 8 * 1024 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final FetchProperties limits;
    private final int maxBody;
    private final ByteBudget bodies;
    private final Clock clock;
    private final SafeHttp http;

    /** Without Spring: whoever makes one closes it. */
    @Autowired
    public FeedFetch(FetchProperties limits, IntakeProperties intake, Clock clock) {
        this(limits, intake, clock, SafeHttp.OUTER, SystemDefaultDnsResolver.INSTANCE);
    }

    FeedFetch(
            FetchProperties limits, IntakeProperties intake, Clock clock, InetAddressFilter outer, DnsResolver names) {
        this.limits = limits;
        maxBody = Math.toIntExact(intake.maxBody().toBytes());
        bodies = new ByteBudget(SMALL_AT_ONCE, 2L * maxBody, LONGEST_WAIT);
        this.clock = clock;
        http = new SafeHttp(limits, outer, names);
    }

    /** Room for a message that is about to be fetched; to be closed when the message is let go of. */
    ByteBudget.Share share() {
        return bodies.share();
    }

    /** Fetches a feed's message, changed or not, for a look at it. */
    public Fetched fetch(PollSettings feed) {
        try (ByteBudget.Share share = bodies.share()) {
            return fetch(feed, Validators.NONE, share);
        }
    }

    /**
     * Fetches a feed's message if it has changed since the validators were given.
     *
     * @param share has the message's bytes
     * @throws dongtin.ingest.raw.Unavailable if there is no room for it now
     */
    Fetched fetch(PollSettings feed, Validators known, ByteBudget.Share share) {
        try {
            return new Journey(feed, known, share).go();
        } catch (Unreachable e) {
            return new Fetched.Failed(String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * Sends a form to an address, under the same rules.
     *
     * @param form as {@code application/x-www-form-urlencoded}
     * @return nothing if the answer is 2xx, else what went wrong, for people
     */
    public @Nullable String post(URI address, String form, boolean allowInner) {
        long deadline = http.deadline();
        URI at = address;
        try {
            for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
                var request = new HttpPost(at);
                request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
                URI here = at;
                Posted posted = http.send(request, allowInner, deadline, answer -> posted(here, answer));
                if (posted.next() == null) {
                    return posted.error();
                }
                at = posted.next();
            }
            return tooManyRedirects();
        } catch (Unreachable e) {
            return String.valueOf(e.getMessage());
        }
    }

    private record Posted(@Nullable URI next, @Nullable String error) {}

    private Posted posted(URI at, ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        if (status >= 200 && status < 300) {
            return new Posted(null, null);
        }
        if (status == 307 || status == 308) { // the others would have the form left out
            return new Posted(target(at, answer), null);
        }
        byte[] said;
        try (ByteBudget.Share share = bodies.share()) {
            said = BodyReader.read(answer, maxBody, share);
        } catch (Unavailable e) {
            said = new byte[0]; // its words are for the log alone
        }
        String words = new String(said, 0, Math.min(said.length, ERROR_WORDS), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]++", " ")
                .strip();
        return new Posted(null, "answered %d: %s".formatted(status, words));
    }

    private String tooManyRedirects() {
        return "redirected more than %d times".formatted(limits.maxRedirects());
    }

    private static URI target(URI at, ClassicHttpResponse answer) throws IOException {
        Header location = answer.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null) {
            throw new IOException("redirected to nowhere (%d without Location)".formatted(answer.getCode()));
        }
        URI next;
        try {
            next = at.resolve(new URI(escaped(location.getValue().strip())));
        } catch (URISyntaxException e) {
            throw new IOException("redirected to what is no address", e);
        }
        boolean web = "http".equalsIgnoreCase(next.getScheme()) || "https".equalsIgnoreCase(next.getScheme());
        if (!web || next.getHost() == null || next.getRawUserInfo() != null) {
            throw new IOException("redirected to what is no address of http or https without a user");
        }
        return next;
    }

    /** Some write letters and spaces into addresses as they are; HTTP hands them on a character a byte. */
    private static String escaped(String address) {
        var escaped = new StringBuilder();
        address.chars().forEach(c -> {
            if (c <= ' ' || c >= 0x7F) {
                escaped.append("%%%02X".formatted(c & 0xFF));
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    /** One fetch, from redirect to redirect. */
    private final class Journey {

        private final PollSettings feed;
        private final Validators known;
        private final ByteBudget.Share share;
        private final long deadline = http.deadline();
        private URI at;
        private @Nullable URI next;

        /** Whether all redirects so far hold for good. */
        private boolean forGood = true;

        private @Nullable URI movedTo;

        Journey(PollSettings feed, Validators known, ByteBudget.Share share) {
            this.feed = feed;
            this.known = known;
            this.share = share;
            at = feed.url();
        }

        Fetched go() throws Unreachable {
            for (int hop = 0; hop <= limits.maxRedirects(); hop++) {
                Fetched fetched = http.send(request(), feed.allowInner(), deadline, this::read);
                if (next == null) {
                    return fetched;
                }
                at = next;
                next = null;
            }
            return new Fetched.Failed(tooManyRedirects(), null);
        }

        private HttpUriRequestBase request() {
            var request = new HttpGet(at);
            request.setHeader(HttpHeaders.ACCEPT, ACCEPT);
            request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
            if (sameHost(feed.url(), at)) {
                for (Map.Entry<String, String> header : feed.headers().entrySet()) {
                    request.setHeader(header.getKey(), header.getValue());
                }
            }
            if (known.holdFor(at)) {
                set(request, HttpHeaders.IF_NONE_MATCH, known.etag());
                set(request, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
            }
            return request;
        }

        private static void set(HttpUriRequestBase request, String name, @Nullable String value) {
            if (value != null) {
                request.setHeader(name, value);
            }
        }

        private Fetched read(ClassicHttpResponse answer) throws IOException {
            int status = answer.getCode();
            if (REDIRECTS.contains(status)) {
                follow(target(at, answer), status);
            }
            var headers = new AnswerTerms(answer, clock);
            return switch (status) {
                case 200 -> message(answer, headers.terms(at, movedTo));
                case 304 ->
                    known.holdFor(at)
                            ? new Fetched.Unchanged(headers.terms(at, movedTo))
                            : new Fetched.Failed("answered 304 to a request without conditions", null);
                case 410 -> new Fetched.Gone(at);
                default -> new Fetched.Failed("answered %d".formatted(status), headers.retryAfter());
            };
        }

        private Fetched message(ClassicHttpResponse answer, Terms terms) throws IOException {
            byte[] body = BodyReader.read(answer, maxBody, share);
            Header type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
            String declared = type == null ? null : type.getValue();
            return new Fetched.Message(
                    at, body, feed.type() != null ? feed.type() : DeclaredType.of(declared, body), terms);
        }

        private void follow(URI target, int status) {
            forGood &= status == 301 || status == 308;
            movedTo = forGood ? target : movedTo;
            next = target;
        }
    }

    private static boolean sameHost(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
