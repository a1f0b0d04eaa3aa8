package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.raw.IntakeProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** No feed, nor a server on the way to it, makes this service ask an inner address. */
class SsrfTests {

    private static final byte[] FEED = "<rss><channel/></rss>".getBytes(UTF_8);

    /** Stands for a host outside: the only address of loopback that is let through. */
    private static final String OUTSIDE = "127.0.0.2";

    private final FeedServer inner = new FeedServer();
    private final FeedServer outer = new FeedServer(OUTSIDE);
    private final Deque<String> names = new ArrayDeque<>();
    private final FeedFetch fetch = new FeedFetch(
            new FetchProperties(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5), 3, "test"),
            new IntakeProperties(DataSize.ofKilobytes(10), 100),
            Clock.systemUTC(),
            SafeHttp.OUTER.or(OUTSIDE),
            new SystemDefaultDnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    return super.resolve(host.equals("feeds.example") ? names.pop() : host);
                }
            });

    @AfterEach
    void stop() throws IOException {
        fetch.close();
        inner.close();
        outer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "localhost",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[::ffff:0:7f00:1]",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "[fe80::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fec0::1]",
                "224.0.0.1",
                "[ff02::1]",
                "240.0.0.1",
                "255.255.255.255",
                "0x7f000001",
                "017700000001",
                "0x7f.0.0.1"
            })
    void innerAddressIsNotAskedHoweverItIsWritten(String host) {
        inner.set("/f", FeedServer.with(200, FEED));
        String target = "http://%s:%d/f".formatted(host, inner.port());
        outer.set("/f", FeedServer.with(302, new byte[0], "Location: " + target));

        // Forms that Java takes for no address lead nowhere.
        assertThat(((Fetched.Failed) fetch(outer.at("/f"))).reason())
                .matches(".*(leads to an inner address, and|redirected to what is no address|no host is known by).*");
        assertThat(outer.asked("/f")).hasSize(1);
        assertThat(inner.asked("/f")).isEmpty();
    }

    @Test
    void refusalNamesTheSettingThatLetsInHouseFeedsIn() {
        assertThat(fetch(inner.at("/f")))
                .isEqualTo(new Fetched.Failed(
                        "127.0.0.1:%d leads to an inner address, and allow-inner is not set".formatted(inner.port()),
                        null));
    }

    @Test
    void nameThatLeadsToAnInnerAddressIsRefused() {
        inner.set("/f", FeedServer.with(200, FEED));
        names.add("127.0.0.1");

        assertThat(fetch(URI.create("http://feeds.example:%d/f".formatted(inner.port()))))
                .isInstanceOf(Fetched.Failed.class);
        assertThat(inner.asked("/f")).isEmpty();
    }

    @Test
    void addressThatWasLookedAtIsTheOneThatIsAskedWhateverTheNameLeadsToNext() {
        outer.set("/f", FeedServer.with(200, FEED));
        names.addAll(List.of(OUTSIDE, "127.0.0.1"));

        assertThat(fetch(URI.create("http://feeds.example:%d/f".formatted(outer.port()))))
                .isInstanceOf(Fetched.Message.class);
        assertThat(names).containsExactly("127.0.0.1"); // looked up once
    }

    @Test
    void redirectToAnInnerAddressIsRefused() {
        outer.set("/f", FeedServer.with(302, new byte[0], "Location: " + inner.at("/secret")));
        inner.set("/secret", FeedServer.with(200, FEED));

        assertThat(((Fetched.Failed) fetch(outer.at("/f"))).reason()).contains("leads to an inner address");
        assertThat(outer.asked("/f")).hasSize(1);
        assertThat(inner.asked("/secret")).isEmpty();
    }

    @Test
    void redirectToANameThatLeadsInsideNextTimeIsRefused() {
        outer.set(
                "/f",
                FeedServer.with(302, new byte[0], "Location: http://feeds.example:%d/secret".formatted(inner.port())));
        inner.set("/secret", FeedServer.with(200, FEED));
        names.addAll(List.of(OUTSIDE, "127.0.0.1"));

        assertThat(fetch(URI.create("http://feeds.example:%d/f".formatted(outer.port()))))
                .isInstanceOf(Fetched.Failed.class);
        assertThat(names).isEmpty(); // looked up anew for the second hop
        assertThat(inner.asked("/secret")).isEmpty();
    }

    @Test
    void formIsNotSentToAnInnerAddress() {
        inner.set("/hub", FeedServer.with(202, new byte[0]));

        assertThat(fetch.post(inner.at("/hub"), "a=b", false)).contains("leads to an inner address");
        assertThat(fetch.post(inner.at("/hub"), "a=b", true)).isNull();
        assertThat(inner.asked("/hub")).hasSize(1);
    }

    private Fetched fetch(URI feed) {
        return fetch.fetch(FeedFetchTests.settings(feed, false, Map.of()));
    }
}
