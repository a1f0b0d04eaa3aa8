package dongtin.ingest.cursor;

import dongtin.ingest.feed.FeedProperties;
import dongtin.message.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Shares the feeds among all instances, by the partitions of the topic of cursors, and tells the followers which ones are in
 * hand here. Of a partition that is assigned, all that is kept is read first. One thread; it waits out an absent broker. The health of
 * {@code cursors} says whether the feeds are handed out, and what is waited for if not.
 */
@Component("cursors")
class CursorReader implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(CursorReader.class);

    private static final String GROUP = "ingest-feeds";
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final FeedProperties feeds;
    private final CursorTopic topic;
    private final ConsumerFactory<?, ?> consumers;
    private final KafkaAdmin admin;
    private final List<FeedFollower> followers;

    private volatile @Nullable Running running;

    CursorReader(
            FeedProperties feeds,
            CursorTopic topic,
            ConsumerFactory<?, ?> consumers,
            KafkaAdmin admin,
            List<FeedFollower> followers) {
        this.feeds = feeds;
        this.topic = topic;
        this.consumers = consumers;
        this.admin = admin;
        this.followers = List.copyOf(followers);
    }

    @Override
    public void start() {
        Set<String> polled = new HashSet<>();
        feeds.feeds().forEach((id, source) -> {
            if (source.poll() != null) {
                polled.add(id);
            }
        });
        if (!polled.isEmpty()) {
            var started = new Running(polled);
            running = started;
            started.thread.start();
        }
    }

    @Override
    public void stop() {
        Running stopped = running;
        if (stopped != null) {
            stopped.stop();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public Health health() {
        Running now = running;
        if (now == null) {
            return Health.up().withDetail("feeds", 0).build();
        }
        String waitingFor = now.waitingFor;
        return (waitingFor == null ? Health.up() : Health.down().withDetail("waitingFor", waitingFor))
                .withDetail("feeds", now.polled.size())
                .build();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        // How long the feeds of a killed instance wait for another one, where the settings do not say.
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        return settings;
    }

    /** From one start to the next stop. */
    private final class Running implements ConsumerRebalanceListener {

        private final Set<String> polled;
        private final Thread thread =
                Thread.ofPlatform().daemon().name("cursors").unstarted(this::run);
        private final CountDownLatch stopping = new CountDownLatch(1);
        private volatile @Nullable Consumer<String, byte[]> consumer;

        /** Partitions that are assigned and not read to their end as it was then; the value is that end. */
        private final Map<TopicPartition, Long> loading = new HashMap<>();

        /** What was read of them so far, by feed and kind. */
        private final Map<String, Map<String, byte[]>> read = new HashMap<>();

        private final Set<String> inHand = new HashSet<>();
        private @Nullable String trouble;

        /** For others to read; null once partitions were handed out. */
        private volatile @Nullable String waitingFor = "the start";

        Running(Set<String> polled) {
            this.polled = polled;
        }

        private void stop() {
            stopping.countDown();
            Consumer<String, byte[]> waiting = consumer;
            if (waiting != null) {
                waiting.wakeup();
            }
            try {
                thread.join(STOPS_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            do {
                try (var fresh =
                        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                    consumer = fresh;
                    follow(fresh);
                } catch (WakeupException e) {
                    // the end
                } catch (RuntimeException e) {
                    // Whatever it is: feeds must not stay unpolled for it. They are handed out anew.
                    tell(String.valueOf(e.getMessage()));
                } finally {
                    consumer = null;
                    releaseAll();
                }
            } while (!paused());
        }

        private boolean paused() {
            try {
                return stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        private void tell(String reason) {
            waitingFor = reason;
            if (!reason.equals(trouble)) {
                trouble = reason;
                log.atWarn()
                        .addKeyValue("error.message", reason)
                        .log(
                                "feeds are not polled: the broker does not hand them out; it is asked again until it does");
            }
        }

        private void follow(Consumer<String, byte[]> from) {
            // Makes the topics where the broker was away when the service started.
            if (!admin.initialize()) {
                throw new IllegalStateException("the topics can not be made yet");
            }
            topic.partitions(count(from));
            from.subscribe(List.of(Topics.CURSORS), this);
            while (stopping.getCount() > 0) {
                from.poll(Duration.ofMillis(500)).forEach(this::read);
                List.copyOf(loading.keySet()).forEach(partition -> {
                    Long end = loading.get(partition);
                    if (end != null && from.position(partition) >= end) {
                        loading.remove(partition);
                        takeInHand(partition);
                    }
                });
            }
        }

        private int count(Consumer<String, byte[]> from) {
            return from.partitionsFor(Topics.CURSORS, BROKER_ANSWERS_WITHIN).size();
        }

        private void read(ConsumerRecord<String, byte[]> record) {
            int slash = record.key() == null ? -1 : record.key().lastIndexOf('/');
            if (slash < 0) {
                return;
            }
            String feed = record.key().substring(0, slash);
            String kind = record.key().substring(slash + 1);
            if (record.value() == null) {
                // An operator takes back what is kept: that holds from the next start on.
                read.getOrDefault(feed, new HashMap<>()).remove(kind);
            } else if (inHand.contains(feed)) {
                followers.forEach(follower -> follower.kept(feed, kind, record.value()));
            } else if (topic.partitionOf(feed) == record.partition()) {
                read.computeIfAbsent(feed, any -> new TreeMap<>()).put(kind, record.value());
            }
        }

        private void takeInHand(TopicPartition partition) {
            trouble = null;
            for (String feed : polled) {
                if (topic.partitionOf(feed) == partition.partition() && inHand.add(feed)) {
                    Map<String, byte[]> kept = read.getOrDefault(feed, Map.of());
                    followers.forEach(follower -> follower.taken(feed, kept));
                }
            }
            read.keySet().removeIf(feed -> topic.partitionOf(feed) == partition.partition());
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Consumer<String, byte[]> from = consumer;
            if (from == null) {
                return;
            }
            waitingFor = null; // also where others have all of them
            if (count(from) != topic.partitions()) {
                throw new IllegalStateException("the topic of cursors has more partitions now: feeds change places");
            }
            from.seekToBeginning(partitions);
            loading.putAll(from.endOffsets(partitions, BROKER_ANSWERS_WITHIN));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> {
                loading.remove(partition);
                read.keySet().removeIf(feed -> topic.partitionOf(feed) == partition.partition());
                List.copyOf(inHand).stream()
                        .filter(feed -> topic.partitionOf(feed) == partition.partition())
                        .forEach(this::release);
            });
        }

        private void releaseAll() {
            List.copyOf(inHand).forEach(this::release);
            loading.clear();
            read.clear();
        }

        private void release(String feed) {
            inHand.remove(feed);
            followers.forEach(follower -> follower.released(feed));
        }
    }
}
