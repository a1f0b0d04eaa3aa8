package dongtin.ingest.poll;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Sends single requests to addresses that strangers may have a say in. An address is looked at where the connection is made,
 * so whatever a name leads to by then, inner addresses are not reached unless they are allowed. Thread-safe.
 */
final class SafeHttp implements AutoCloseable {

    /** What Boot takes for inner, and the forms of IPv6 that carry an address of IPv4 and that it does not name. */
    static final InetAddressFilter OUTER =
            InetAddressFilter.externalAddresses().andNot("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48");

    /** More than there will be: nobody is to wait for a connection that another one holds. */
    private static final int CONNECTIONS = 10_000;

    /** Headers without end are bytes without end. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16_384)
            .setMaxEmptyLineCount(10)
            .build();

    private final FetchProperties limits;
    private final CloseableHttpClient outer;
    private final CloseableHttpClient any;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    /**
     * @param outer which addresses may be asked where inner ones are not allowed
     * @param names what a host's name leads to
     */
    SafeHttp(FetchProperties limits, InetAddressFilter outer, DnsResolver names) {
        this.limits = limits;
        this.outer = client(outer, names);
        any = client(InetAddressFilter.all(), names);
    }

    /** Reads an answer; it is open only meanwhile, and what was not read of it is not waited for. */
    interface Answer<T> {
        T read(ClassicHttpResponse answer) throws IOException;
    }

    /** When a request that begins now is to be over, redirects and all; by {@link System#nanoTime}. */
    long deadline() {
        return System.nanoTime() + limits.totalTimeout().toNanos();
    }

    /**
     * Sends a request, follows no redirect, and has the answer read.
     *
     * @throws Unreachable if there is no answer, or not all of it
     */
    <T> T send(HttpUriRequestBase request, boolean allowInner, long deadline, Answer<T> reader) throws Unreachable {
        String host = String.valueOf(request.getAuthority());
        Future<?> cut =
                deadlines.schedule(request::cancel, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        try (ClassicHttpResponse answer = (allowInner ? any : outer)
                .executeOpen(RoutingSupport.determineHost(request), request, HttpClientContext.create())) {
            return reader.read(answer);
        } catch (FilteredHostException e) {
            throw new Unreachable(host + " leads to an inner address, and allow-inner is not set");
        } catch (IOException | HttpException e) {
            throw new Unreachable(deadline - System.nanoTime() <= 0 ? tooLong() : reason(host, e));
        } finally {
            cut.cancel(false);
        }
    }

    private String tooLong() {
        return "not over within %s".formatted(words(limits.totalTimeout()));
    }

    private String reason(String host, Exception e) {
        if (e instanceof UnknownHostException) {
            return "no host is known by the name " + host;
        }
        if (e instanceof ConnectTimeoutException) {
            return "no connection to %s within %s".formatted(host, words(limits.connectTimeout()));
        }
        if (e instanceof SocketTimeoutException) {
            return "%s was silent for %s".formatted(host, words(limits.readTimeout()));
        }
        return (e instanceof SSLException ? "no TLS with %s: %s" : "%s: %s").formatted(host, e.getMessage());
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private CloseableHttpClient client(InetAddressFilter filter, DnsResolver names) {
        return new HttpComponentsHttpClientBuilder()
                .withDnsResolver(names)
                .withConnectionManagerCustomizer(pool -> pool.setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build()))
                .withCustomizer(this::customize)
                .build(HttpClientSettings.defaults()
                        .withCookieHandling(HttpCookieHandling.DISABLE)
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withTimeouts(limits.connectTimeout(), limits.readTimeout())
                        .withInetAddressFilter(filter));
    }

    private void customize(HttpClientBuilder client) {
        client.setUserAgent(limits.userAgent())
                // Decompressed by us, who bound what comes out of it.
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                // Each address is looked at anew, and nobody meets a connection that has gone stale.
                .setConnectionReuseStrategy((request, answer, context) -> false)
                // Never through a proxy of the system's settings: it would not look at addresses.
                .setRoutePlanner(new DefaultRoutePlanner(null));
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        outer.close();
        any.close();
    }

    /** There is no whole answer; the message says why, in the same words for the same trouble. */
    static final class Unreachable extends Exception {
        Unreachable(String reason) {
            super(reason);
        }
    }
}
