package dongtin.desk;

import dongtin.message.Document;
import dongtin.message.EnrichedItem;
import dongtin.message.Keys;
import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Span;
import dongtin.message.Status;
import dongtin.message.Tags;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles that the tests search. */
public final class Articles {

    private static final String NEN = "Ông Nguyễn Văn Nên quán triệt Quy định 144-QĐ/TW của Bộ Chính trị.";

    private Articles() {}

    /** About one person with two offices and one document of the Party. */
    public static EnrichedItem nen() {
        return item("nen", "Bế mạc hội nghị Đảng bộ Thành phố", NEN, 14, Status.USABLE, null, tagsOfNen());
    }

    /** Has {@code đang} where others have {@code Đảng}, and the new tone placement. */
    public static EnrichedItem hoa() {
        return item(
                "hoa", "Tỉnh đang chống hạn", "Khánh Hoà: dân đang chờ nước từ hồ.", 15, Status.USABLE, null, none());
    }

    /** Another {@code Nên} and another number 144, and the old tone placement. */
    public static EnrichedItem law() {
        return item(
                "law",
                "Hòa Bình thi hành luật mới",
                "Bà Trần Thị Nền giải thích <b>Luật</b> Đất đai.",
                16,
                Status.USABLE,
                null,
                new Tags(List.of(person("Trần Thị Nền", List.of(), 31, 43)), List.of(landLaw())));
    }

    public static EnrichedItem english() {
        return item(
                "english",
                "Hoa Sen group reports",
                "The nguyen family said on Monday.",
                17,
                Status.USABLE,
                null,
                none());
    }

    public static EnrichedItem killed() {
        return item("killed", "Tin sai về Nguyễn Văn Nên", NEN, 18, Status.CANCELED, null, tagsOfNen());
    }

    public static EnrichedItem embargoed() {
        return item(
                "embargoed",
                "Chưa công bố: Nguyễn Văn Nên",
                NEN,
                18,
                Status.USABLE,
                Instant.now().plusSeconds(3600),
                none());
    }

    private static Tags tagsOfNen() {
        return new Tags(
                List.of(person("Nguyễn Văn Nên", List.of("Ủy viên Bộ Chính trị", "Bí thư Thành ủy"), 39, 53)),
                List.of(new Document(
                        "quy-dinh-144-bo-chinh-tri-2024",
                        "quy định",
                        "144",
                        "144-QĐ/TW",
                        "Bộ Chính trị",
                        LocalDate.of(2024, 5, 9),
                        null,
                        null,
                        null,
                        Document.Basis.TEXT,
                        List.of(new Span(65, 83)))));
    }

    private static Document landLaw() {
        return new Document(
                "luat-dat-dai-2024",
                "luật",
                null,
                null,
                "Quốc hội",
                null,
                "2024",
                "Đất đai",
                null,
                Document.Basis.REGISTER,
                List.of());
    }

    private static Tags none() {
        return new Tags(List.of(), List.of());
    }

    private static Person person(String name, List<String> titles, int start, int end) {
        return new Person(Keys.person(name), name, titles, List.of(new Span(start, end)));
    }

    private static EnrichedItem item(
            String id, String headline, String body, int day, Status status, @Nullable Instant embargoed, Tags tags) {
        Instant time = Instant.parse("2024-06-%dT10:00:00Z".formatted(day));
        var raw = new RawItem(
                id,
                null,
                1,
                status,
                "TTXVN",
                "demo",
                null,
                "vi",
                headline,
                null,
                body,
                null,
                new RawItem.Dateline("Huế", "TTXVN", LocalDate.of(2024, 6, day)),
                List.of("Xuân Khu"),
                List.of(),
                List.of(),
                List.of(),
                URI.create("https://tin.example/" + id),
                List.of(),
                null,
                time,
                null,
                embargoed,
                time,
                new RawItem.Original("ninjs", "00"),
                List.of(),
                List.of());
        return new EnrichedItem(raw, tags, time);
    }
}
