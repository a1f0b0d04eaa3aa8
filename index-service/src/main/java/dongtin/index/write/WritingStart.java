package dongtin.index.write;

import dongtin.index.template.IncompatibleMapping;
import dongtin.index.template.NewsIndex;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Starts the listener when the index and the topics are there, and waits for Elasticsearch and Kafka until they are. An index
 * that does not fit the template ends the start if Elasticsearch can be asked at once, and is waited out as well if not.
 */
@Component
@Profile("!reindex")
class WritingStart implements SmartLifecycle {

    private final NewsIndex index;
    private final KafkaAdmin kafka;
    private final KafkaListenerEndpointRegistry listeners;
    private final Readiness readiness;
    private final WriteProperties properties;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread waiter;

    WritingStart(
            NewsIndex index,
            KafkaAdmin kafka,
            KafkaListenerEndpointRegistry listeners,
            Readiness readiness,
            WriteProperties properties) {
        this.index = index;
        this.kafka = kafka;
        this.listeners = listeners;
        this.readiness = readiness;
        this.properties = properties;
    }

    @Override
    public void start() {
        // The broker is asked while Elasticsearch is: each takes its half second.
        var topics = CompletableFuture.supplyAsync(this::topicsThere, Thread::startVirtualThread);
        boolean installed = installed();
        waiter = Thread.ofPlatform().daemon().name("writing-start").start(() -> await(installed, topics.join()));
    }

    private void await(boolean installedAlready, boolean topicsAlready) {
        boolean installed = installedAlready;
        boolean topics = topicsAlready;
        long wait = properties.firstWait().toMillis();
        while (!(installed && topics)) {
            if (stoppedWithin(wait)) {
                return;
            }
            wait = Math.min(2 * wait, properties.longestWait().toMillis());
            installed = installed || installedLate();
            topics = topics || topicsThere();
        }
        if (stopped.getCount() > 0) {
            Objects.requireNonNull(listeners.getListenerContainer(EnrichedListener.ID))
                    .start();
            readiness.ready();
        }
    }

    private boolean installed() {
        try {
            index.install();
            return true;
        } catch (IOException e) {
            readiness.waiting("Elasticsearch: " + e, 0);
            return false;
        }
    }

    private boolean installedLate() {
        try {
            return installed();
        } catch (RuntimeException e) { // the outermost edge of this thread: the service must not wait for nobody
            readiness.waiting(e instanceof IncompatibleMapping ? String.valueOf(e.getMessage()) : e.toString(), 0);
            return false;
        }
    }

    private boolean topicsThere() {
        try {
            return kafka.initialize();
        } catch (RuntimeException e) { // likewise
            readiness.waiting("Kafka: " + (e.getCause() == null ? e : e.getCause()), 0);
            return false;
        }
    }

    private boolean stoppedWithin(long milliseconds) {
        try {
            return stopped.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread waiting = waiter;
        if (waiting != null) {
            waiting.interrupt();
        }
        waiter = null;
    }

    @Override
    public boolean isRunning() {
        return waiter != null;
    }
}
