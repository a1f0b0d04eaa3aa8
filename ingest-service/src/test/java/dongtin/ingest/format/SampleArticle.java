package dongtin.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** One article in every format that we read: {@code samples/formats/}. */
final class SampleArticle {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", ZoneId.of("Asia/Ho_Chi_Minh"), "vi");
    private static final Path FOLDER = Path.of("../samples/formats/kho-du-lieu-dat-dai");

    private SampleArticle() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "eml" -> "message/rfc822";
            default -> "text/plain";
        };
    }

    static List<Reading> read(Path file, byte[] bytes) {
        return new Formats().read(new WireMessage(FEED, type(file), bytes, NOW)).orElseThrow();
    }
}
