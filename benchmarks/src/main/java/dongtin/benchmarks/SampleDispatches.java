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

    /** @param name a folder of samples, or a file's name in the folders of {@code samples/formats/} */
    static List<byte[]> of(String name) {
        Path folder = Path.of("samples", name);
        try (Stream<Path> files =
                Files.isDirectory(folder) ? Files.list(folder) : Files.walk(Path.of("samples", "formats"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Files.isDirectory(folder) || file.endsWith(name))
                    .sorted()
                    .map(SampleDispatches::bytes)
                    .toList();
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
