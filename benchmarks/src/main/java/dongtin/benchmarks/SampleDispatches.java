package dongtin.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The messages of {@code samples/}, read where the benchmark is started: in the project's root. */
final class SampleDispatches {

    private SampleDispatches() {}

    static List<byte[]> of(String format) {
        try (Stream<Path> files = Files.list(Path.of("samples", format))) {
            return files.sorted().map(SampleDispatches::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("start it in the project's root, where samples/ is", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
