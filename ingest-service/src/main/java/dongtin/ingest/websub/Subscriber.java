package dongtin.ingest.websub;

import dongtin.ingest.cursor.CursorTopic;
import dongtin.ingest.cursor.FeedFollower;
import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.feed.WebSubSettings;
import dongtin.ingest.poll.FeedFetch;
import dongtin.ingest.poll.FeedPolled;
import dongtin.ingest.poll.Poller;
import dongtin.ingest.raw.Unavailable;
import dongtin.message.MessageJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Subscribes the feeds that are in hand to their hubs, and renews that in time. While news are delivered, the feed is polled
 * seldom; where they are not, it is polled as if it had no hub. Thread-safe.
 */
@Component
@Order(2) // after the poller, which has to know a feed before its pace is set
class Subscriber implements FeedFollower, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Subscriber.class);

    private final FeedProperties feeds;
    private final WebSubProperties properties;
    private final FeedFetch http;
    private final CursorTopic cursors;
    private final Poller poller;
    private final Clock clock;
    private final Map<String, Subscription> inHand = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("websub-clock").factory());
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("websub-", 1).factory());
    private volatile @Nullable ScheduledFuture<?> looking;

    Subscriber(
            FeedProperties feeds,
            WebSubProperties properties,
            FeedFetch http,
            CursorTopic cursors,
            Poller poller,
            Clock clock) {
        this.feeds = feeds;
        this.properties = properties;
        this.http = http;
        this.cursors = cursors;
        this.poller = poller;
        this.clock = clock;
        feeds.feeds().forEach((id, source) -> {
            if (source.websub() != null) {
                properties.check();
            }
        });
    }

    @Override
    public void taken(String feed, Map<String, byte[]> kept) {
        if (settings(feed) == null) {
            return;
        }
        var subscription = new Subscription(properties.verifyWithin());
        read(feed, Hub.KIND, kept, Hub.class, subscription::hub);
        read(feed, Lease.KIND, kept, Lease.class, subscription::before);
        inHand.put(feed, subscription);
        tellPoller(feed, subscription);
    }

    @Override
    public void kept(String feed, String kind, byte[] value) {
        Subscription subscription = inHand.get(feed);
        if (subscription != null && kind.equals(Lease.KIND)) {
            read(feed, kind, Map.of(kind, value), Lease.class, lease -> {
                subscription.lease(lease);
                tell(feed, lease);
            });
            tellPoller(feed, subscription);
        }
    }

    @Override
    public void released(String feed) {
        inHand.remove(feed);
    }

    private static <T> void read(
            String feed, String kind, Map<String, byte[]> kept, Class<T> type, java.util.function.Consumer<T> then) {
        if (kept.containsKey(kind)) {
            try {
                then.accept(MessageJson.read(kept.get(kind), type));
            } catch (MessageJson.UnreadableMessage e) {
                log.warn("what was kept of feed {} ({}) can not be read: it is subscribed anew", feed, kind);
            }
        }
    }

    private static void tell(String feed, Lease lease) {
        if (lease.until() == null) {
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .addKeyValue("error.message", lease.reason())
                    .log("the hub of feed {} denies the subscription: {}; the feed is polled", feed, lease.reason());
        } else {
            log.atInfo()
                    .addKeyValue("feed", feed)
                    .addKeyValue("until", lease.until())
                    .log("feed {} is subscribed until {}", feed, lease.until());
        }
    }

    private void tellPoller(String feed, Subscription subscription) {
        Instant until = subscription.pushedUntil();
        poller.pushedUntil(feed, until == null ? Instant.EPOCH : until);
    }

    /** A poll tells where the hub is. */
    @EventListener
    void polled(FeedPolled polled) {
        Subscription subscription = inHand.get(polled.feed());
        Source source = feeds.source(polled.feed()).orElse(null);
        if (subscription == null || source == null || source.websub() == null || source.poll() == null) {
            return;
        }
        Hub hub = Hub.of(source.websub(), polled, source.poll().url());
        if (hub != null && subscription.hub(hub)) {
            tellPoller(polled.feed(), subscription);
            try {
                cursors.keep(List.of(cursors.record(polled.feed(), Hub.KIND, hub)));
            } catch (Unavailable e) {
                log.debug("the hub of feed {} is not kept; it is found again", polled.feed());
            }
        }
    }

    private void look() {
        Instant now = clock.instant();
        inHand.forEach((feed, subscription) -> {
            Hub hub = subscription.toAsk(now);
            WebSubSettings settings = settings(feed);
            if (hub != null && settings != null) {
                threads.execute(() -> subscribe(feed, settings, hub, subscription));
            }
        });
    }

    private void subscribe(String feed, WebSubSettings settings, Hub hub, Subscription subscription) {
        Instant begun = clock.instant();
        String wrong;
        try {
            wrong = http.post(hub.hub(), form(feed, settings, hub), settings.allowInner());
        } catch (RuntimeException e) {
            wrong = "a fault of ours: " + e;
        }
        if (wrong == null) {
            subscription.asked(begun);
        } else if (subscription.failed(begun, wrong)) {
            log.atWarn()
                    .addKeyValue("feed", feed)
                    .addKeyValue("error.message", wrong)
                    .log(
                            "feed {} can not be subscribed at {}: {}; it is polled",
                            feed,
                            hub.hub().getHost(),
                            wrong);
        }
    }

    private String form(String feed, WebSubSettings settings, Hub hub) {
        String topic = hub.topic().toString();
        URI base = properties.callback();
        if (base == null || properties.key() == null) {
            throw new IllegalStateException("checked at the start");
        }
        Callback callback = Callback.of(properties.key(), feed, topic);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", topic);
        form.put("hub.callback", callback.under(base).toString());
        form.put("hub.lease_seconds", String.valueOf(settings.lease().toSeconds()));
        form.put("hub.secret", callback.secret());
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private @Nullable WebSubSettings settings(String feed) {
        return feeds.source(feed).map(Source::websub).orElse(null);
    }

    @Override
    public void start() {
        long every = properties.look().toMillis();
        looking = clockwork.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledFuture<?> running = looking;
        if (running != null) {
            running.cancel(false);
            looking = null;
        }
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
