package dongtin.benchmarks;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reads every sample of a format once an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FormatBenchmark {

    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    @Param({"ninjs", "dispatch"})
    private String format = "ninjs";

    private final Formats formats = new Formats();
    private List<WireMessage> messages = List.of();

    @Setup
    public void read() {
        String type = format.equals("ninjs") ? "application/json" : "text/plain";
        messages = SampleDispatches.of(format).stream()
                .map(bytes -> new WireMessage(FEED, type, bytes, Instant.EPOCH))
                .toList();
        long bytes =
                messages.stream().mapToLong(message -> message.bytes().length).sum();
        System.out.printf("%n%s: %d bytes an operation%n", format, bytes);
    }

    @Benchmark
    public void parse(Blackhole consumer) {
        for (WireMessage message : messages) {
            List<Reading> readings = formats.read(message).orElseThrow();
            consumer.consume(readings);
        }
    }
}
