package dongtin.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines of a node's log files, for a message. */
final class LogTail {

    private static final int LINES = 12;
    private static final int BYTES = 16_384;

    private LogTail() {}

    static String of(Path logs) {
        return Stream.of("output.log", "elasticsearch.log")
                .map(logs::resolve)
                .filter(Files::isRegularFile)
                .map(log -> "Last lines of " + log + ":" + System.lineSeparator() + last(log))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String last(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> lines = new String(end, UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(line -> "  " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return "  (cannot be read: " + e.getMessage() + ")";
        }
    }
}
