package dongtin.benchmarks;

import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Tags every plain-text sample once an operation, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TaggerBenchmark {

    private final Tagger tagger = new Tagger(KnowledgeFiles.packaged());
    private List<String> texts = List.of();

    @Setup
    public void read() {
        texts = SampleDispatches.of("dispatch").stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
        System.out.printf(
                "%n%d articles, %d characters an operation%n",
                texts.size(), texts.stream().mapToInt(String::length).sum());
    }

    @Benchmark
    public void tag(Blackhole consumer) {
        texts.forEach(text -> consumer.consume(tagger.tag(text, null)));
    }
}
