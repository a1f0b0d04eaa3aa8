package dongtin.benchmarks;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.WireMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** Reads every sample of a format once an operation; the secondary figure is the bytes of the messages in a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FormatBenchmark {

    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    /** A folder of samples, or a file of {@code samples/formats/}, which hold one article. */
    @Param({
        "ninjs",
        "dispatch",
        "ninjs-1.json",
        "ninjs-3.json",
        "newsml-g2.xml",
        "newsml-1.xml",
        "nitf.xml",
        "rss.xml",
        "atom.xml",
        "feed.json",
        "ap.json",
        "digitalwires.json",
        "article.json",
        "dispatch.txt",
        "iptc7901.txt",
        "anpa1312.tst",
        "mail.eml"
    })
    private String format = "ninjs";

    private final Formats formats = new Formats();
    private List<WireMessage> messages = List.of();

    /** What was read, as a rate beside the operations. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Read {
        public long bytes;
    }

    @Setup
    public void read() {
        messages = SampleDispatches.of(format).stream()
                .map(bytes -> new WireMessage(FEED, type(), bytes, Instant.EPOCH))
                .toList();
    }

    private String type() {
        return switch (format.substring(format.lastIndexOf('.') + 1)) {
            case "ninjs", "json" -> "application/json";
            case "xml" -> "application/xml";
            case "eml" -> "message/rfc822";
            default -> "text/plain";
        };
    }

    @Benchmark
    public void parse(Read read, Blackhole consumer) {
        for (WireMessage message : messages) {
            consumer.consume(formats.read(message).orElseThrow());
            read.bytes += message.bytes().length;
        }
    }
}
