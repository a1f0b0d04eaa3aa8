package dongtin.desk.search;

import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.message.EnrichedItem;
import dongtin.message.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The dispatches of {@code samples/archive}, read and tagged as the services do it. */
final class Archive {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", NEWSROOM, null);

    private Archive() {}

    static List<EnrichedItem> items() throws IOException {
        var tagger = new Tagger(KnowledgeFiles.packaged());
        try (Stream<Path> files = Files.list(Path.of("../samples/archive"))) {
            return files.sorted()
                    .flatMap(Archive::read)
                    .map(item -> new EnrichedItem(item, tagger.tag(item.text(), day(item)), item.received()))
                    .toList();
        }
    }

    /** The last part of the item's own identifier, short enough for tables. */
    static String name(RawItem item) {
        String guid = Objects.requireNonNull(item.guid());
        return guid.substring(guid.lastIndexOf(':') + 1);
    }

    private static LocalDate day(RawItem item) {
        return LocalDate.ofInstant(Objects.requireNonNull(item.firstCreated()), NEWSROOM);
    }

    private static Stream<RawItem> read(Path file) {
        try {
            var message = new WireMessage(
                    FEED, "application/json", Files.readAllBytes(file), Instant.parse("2026-11-24T00:00:00Z"));
            return new Formats().read(message).orElseThrow().stream().map(reading -> switch (reading) {
                case Reading.Item one -> one.item();
                case Reading.Refused one -> throw new IllegalStateException(file + one.at() + ": " + one.reason());
                case Reading.Excessive all -> throw new IllegalStateException(file + all.at() + ": " + all.reason());
                case Reading.Malformed all -> throw new IllegalStateException(file + all.at() + ": " + all.reason());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
