package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HeldTests {

    private static final int MEGABYTE = 1 << 20;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Held held = new Held(
            new WriteProperties(
                    2,
                    DataSize.ofMegabytes(1),
                    10,
                    DataSize.ofMegabytes(4),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1)),
            registry);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void batchWaitsUntilThereIsRoomForIt() {
        Held.Room three = held.room(batch(3 * MEGABYTE));
        Future<Held.Room> two = threads.submit(() -> held.room(batch(2 * MEGABYTE)));
        awaitWaiting();

        assertThat(megabytes()).isEqualTo(3);
        three.close();
        assertThat(two).succeedsWithin(Duration.ofSeconds(5));
        assertThat(megabytes()).isEqualTo(2);
    }

    @Test
    void batchLargerThanAllTheRoomIsAlone() {
        Held.Room small = held.room(batch(1));
        Future<Held.Room> large = threads.submit(() -> held.room(batch(9 * MEGABYTE)));
        awaitWaiting();
        small.close();

        assertThat(large).succeedsWithin(Duration.ofSeconds(5));
        assertThat(megabytes()).isEqualTo(4);
    }

    @Test
    void whatIsClosedIsNotHeld() {
        held.room(batch(2 * MEGABYTE)).close();

        assertThat(megabytes()).isZero();
    }

    private void awaitWaiting() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(held::waiting);
    }

    private double megabytes() {
        return registry.get("wire.index.held").gauge().value() / MEGABYTE;
    }

    private static List<ConsumerRecord<byte[], byte[]>> batch(int bytes) {
        return List.of(new ConsumerRecord<>(
                "t",
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                bytes,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }
}
