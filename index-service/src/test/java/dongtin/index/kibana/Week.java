package dongtin.index.kibana;

import dongtin.index.write.ArticleDocument;
import dongtin.message.Document;
import dongtin.message.EnrichedItem;
import dongtin.message.Keys;
import dongtin.message.MessageJson;
import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A week of news, small enough to count by hand, with one article of the week before. People: Mẫu (two offices, one after the other), Ví, Dụ (at first
 * without an office). Documents: 144-QĐ/TW, and two that share the label 18-NQ/TW.
 */
final class Week {

    static final Panel.Range RANGE =
            new Panel.Range(Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-17T00:00:00Z"));

    static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private static final Person MAU = person("Trần Văn Mẫu", "Bí thư Tỉnh ủy");
    private static final Person MAU_LATER = person("Trần Văn Mẫu", "Bộ trưởng");
    private static final Person VI = person("Lê Thị Ví", "Thứ trưởng");
    private static final Person DU = person("Phạm Dụ");
    private static final Person DU_LATER = person("Phạm Dụ", "Giám đốc");

    private static final Document D144 = document("quy định", "144-QĐ/TW", "Bộ Chính trị", LocalDate.of(2024, 5, 9));
    private static final Document D18_2017 =
            document("nghị quyết", "18-NQ/TW", "Ban Chấp hành Trung ương", LocalDate.of(2017, 10, 25));
    private static final Document D18_2022 =
            document("nghị quyết", "18-NQ/TW", "Ban Chấp hành Trung ương", LocalDate.of(2022, 6, 16));

    private final Map<String, String> documents = new TreeMap<>();

    private Week() {
        // age.searchable is eleven times the first number, age.received ten times; in seconds.
        usable("a", "TTXVN", "2026-11-10T01:00:00Z", 1, null, List.of(MAU, VI), List.of(D144));
        usable("b", "TTXVN", "2026-11-10T02:00:00Z", 2, null, List.of(MAU), List.of(D144, D18_2017));
        usable("c", "VNE", "2026-11-11T01:00:00Z", 6, null, List.of(VI, DU), List.of(D18_2022));
        put(item("d", "VNE", null, 12, Status.USABLE, null, null), List.of(MAU_LATER), List.of(), 12);
        usable("e", "TTXVN", "2026-11-05T01:00:00Z", 5, null, List.of(MAU), List.of(D144));
        put(item("f", "TTXVN", "2026-11-12T01:00:00Z", 3, Status.CANCELED, null, null), List.of(MAU), List.of(D144), 3);
        put(item("g", "VNE", "2026-11-13T01:00:00Z", 18, Status.WITHHELD, null, null), List.of(VI), List.of(), 18);
        usable("h", "TTXVN", "2026-11-13T02:00:00Z", 4, NEVER, List.of(MAU), List.of(D144));
        put(
                item(
                        "i",
                        "VNE",
                        "2026-11-14T01:00:00Z",
                        24,
                        Status.USABLE,
                        Instant.parse("2026-11-14T01:10:00Z"),
                        new RawItem.Correction("correction", "sửa chức danh")),
                List.of(DU_LATER),
                List.of(D18_2022),
                24);
    }

    /** JSON by id. */
    static Map<String, String> documents() {
        return new Week().documents;
    }

    private void usable(
            String id,
            String provider,
            String created,
            int seconds,
            @Nullable Instant embargoed,
            List<Person> people,
            List<Document> cited) {
        put(item(id, provider, created, seconds, Status.USABLE, embargoed, null), people, cited, seconds);
    }

    private void put(RawItem item, List<Person> people, List<Document> cited, int seconds) {
        var enriched =
                new EnrichedItem(item, new Tags(people, cited), item.received().plusMillis(20));
        var document = ArticleDocument.of(enriched, item.received().plusSeconds(seconds));
        documents.put(item.id(), new String(MessageJson.write(document), StandardCharsets.UTF_8));
    }

    private static RawItem item(
            String id,
            String provider,
            @Nullable String created,
            int seconds,
            Status status,
            @Nullable Instant embargoed,
            RawItem.@Nullable Correction correction) {
        Instant firstCreated = created == null ? null : Instant.parse(created);
        Instant received = (firstCreated == null ? Instant.parse("2026-11-12T05:00:00Z") : firstCreated)
                .plus(Duration.ofSeconds(10L * seconds));
        return new RawItem(
                id,
                "urn:" + id,
                1,
                status,
                provider,
                provider.equals("TTXVN") ? "wire" : "rss",
                4,
                "vi",
                "Tin " + id,
                null,
                "Nội dung.",
                null,
                new RawItem.Dateline("Huế", provider, LocalDate.of(2026, 11, 12)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                correction,
                firstCreated,
                null,
                embargoed,
                received,
                new RawItem.Original("ninjs", "00"),
                List.of(),
                List.of());
    }

    private static Person person(String name, String... titles) {
        return new Person(Keys.person(name), name, List.of(titles), List.of());
    }

    private static Document document(String kind, String symbol, String issuer, LocalDate date) {
        return new Document(
                Keys.slug(kind + " " + symbol + " " + date.getYear()),
                kind,
                symbol.substring(0, symbol.indexOf('-')),
                symbol,
                issuer,
                date,
                null,
                null,
                null,
                Document.Basis.REGISTER,
                List.of());
    }
}
