package dongtin.index.write;

import dongtin.message.Document;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Span;
import dongtin.message.Status;
import dongtin.message.Tags;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items for tests. */
public final class Items {

    static final Instant RECEIVED = Instant.parse("2026-11-24T01:00:00Z");

    private Items() {}

    /** With one person and one document; its headline tells the version. */
    public static EnrichedItem item(String id, long version, Status status) {
        return item(id, version, status, null, RECEIVED);
    }

    static EnrichedItem embargoed(String id, Instant until) {
        return item(id, 1, Status.USABLE, until, RECEIVED);
    }

    /** Elasticsearch takes no year of five digits. */
    public static EnrichedItem refused(String id) {
        return item(id, 1, Status.USABLE, null, Instant.parse("+12026-01-01T00:00:00Z"));
    }

    /** With a time of first creation. */
    static EnrichedItem created(String id, long version, Status status, @Nullable Instant created) {
        return item(id, version, status, null, RECEIVED, created);
    }

    /** An article like {@link #item}, with another body, and people beside its own. */
    static EnrichedItem large(String id, String body, int morePeople) {
        RawItem raw = item(id, 1, Status.USABLE).item();
        var people = new ArrayList<>(tags().people());
        for (int i = 0; i < morePeople; i++) {
            people.add(new Person("nguoi-" + i, "Người " + i, List.of(), List.of()));
        }
        return new EnrichedItem(
                new RawItem(
                        id,
                        raw.guid(),
                        raw.version(),
                        raw.status(),
                        raw.provider(),
                        raw.feed(),
                        raw.urgency(),
                        raw.language(),
                        raw.headline(),
                        raw.subheadline(),
                        body,
                        null,
                        raw.dateline(),
                        raw.bylines(),
                        raw.subjects(),
                        raw.places(),
                        raw.relatedPeople(),
                        raw.link(),
                        raw.media(),
                        null,
                        raw.firstCreated(),
                        raw.versionCreated(),
                        raw.embargoed(),
                        raw.received(),
                        raw.original(),
                        raw.internal(),
                        raw.problems()),
                new Tags(people, tags().documents()),
                RECEIVED.plusMillis(20));
    }

    public static byte[] json(EnrichedItem item) {
        return MessageJson.write(item);
    }

    private static EnrichedItem item(
            String id, long version, Status status, @Nullable Instant embargoed, Instant received) {
        return item(id, version, status, embargoed, received, null);
    }

    private static EnrichedItem item(
            String id,
            long version,
            Status status,
            @Nullable Instant embargoed,
            Instant received,
            @Nullable Instant created) {
        var raw = new RawItem(
                id,
                "urn:" + id,
                version,
                status,
                "TTXVN",
                "demo",
                4,
                "vi",
                "Tin số " + version,
                "Phụ đề",
                "Ông Trần Văn Mẫu quán triệt Quy định 144-QĐ/TW.",
                "<p>Ông Trần Văn Mẫu</p>",
                new RawItem.Dateline("Huế", "TTXVN", LocalDate.of(2026, 11, 23)),
                List.of("Xuân Khu"),
                List.of(new RawItem.Subject("medtop:11000000", "chính trị")),
                List.of("Huế"),
                List.of(),
                URI.create("https://tin.example/" + id),
                List.of(new RawItem.Media("picture", URI.create("https://tin.example/a.jpg"), "Ảnh")),
                new RawItem.Correction("correction", "sửa tên"),
                created,
                null,
                embargoed,
                received,
                new RawItem.Original("ninjs", "00"),
                List.of("gọi cho ban biên tập"),
                List.of("urgency: gấp"));
        return new EnrichedItem(raw, tags(), RECEIVED.plusMillis(20));
    }

    private static Tags tags() {
        return new Tags(
                List.of(new Person("tran-van-mau", "Trần Văn Mẫu", List.of("Bí thư"), List.of(new Span(14, 26)))),
                List.of(new Document(
                        "quy-dinh-144-bo-chinh-tri-2024",
                        "quy định",
                        "144",
                        "144-QĐ/TW",
                        "Bộ Chính trị",
                        LocalDate.of(2024, 5, 9),
                        null,
                        null,
                        "về chuẩn mực đạo đức",
                        Document.Basis.REGISTER,
                        List.of(new Span(38, 56)))));
    }
}
