package dongtin.benchmarks;

import com.sun.management.ThreadMXBean;
import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Tags people and documents of all texts of a kind once an operation, on one thread; counts articles and bytes of UTF-8 a second. Where others use the machine,
 * what is printed after each iteration tells more: the same for a second of processor time, and how much memory was asked for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class TaggerBenchmark {

    /** Rates beside JMH's own score. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Rate {
        public long articles;
        public long bytes;
    }

    @Param
    private Texts texts = Texts.CORPUS;

    private final Tagger tagger = new Tagger(KnowledgeFiles.packaged());
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private List<String> articles = List.of();
    private long bytes;
    private long operations;
    private long processor;
    private long allocated;

    @Setup
    public void read() {
        articles = texts.read();
        bytes = articles.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        System.out.printf("%n%s: %d articles, %d bytes an operation%n", texts, articles.size(), bytes);
    }

    @Benchmark
    public void tag(Blackhole consumer, Rate rate) {
        long processorBefore = threads.getCurrentThreadCpuTime();
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        articles.forEach(text -> consumer.consume(tagger.tag(text, null)));
        processor += threads.getCurrentThreadCpuTime() - processorBefore;
        allocated += threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        operations++;
        rate.articles += articles.size();
        rate.bytes += bytes;
    }

    @TearDown(Level.Iteration)
    public void print() {
        double tagged = articles.size() * (double) operations;
        System.out.printf(
                "%.0f articles and %.1f MB a second of processor time, %.1f KB allocated an article ",
                tagged * 1e9 / processor, bytes * (double) operations * 1e3 / processor, allocated / 1024.0 / tagged);
        operations = 0;
        processor = 0;
        allocated = 0;
    }
}
