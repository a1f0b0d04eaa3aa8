package dongtin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseCommandTests {

    private static final String SETTINGS = "spring.config.additional-location";

    @TempDir
    private Path directory = Path.of("");

    private int status;

    @AfterEach
    void settingsAreAsBefore() {
        System.clearProperty(SETTINGS);
    }

    @Test
    void itemIsALineUnderTheNamesOfTheDesign() throws IOException {
        Path file = file("a.json", """
                {"uri": "urn:mau:1", "version": 3, "pubstatus": "withheld", "headline": "Tít", "language": "vi", "urgency": 4,
                 "firstcreated": "2026-03-02T08:00:00+07:00", "versioncreated": "2026-03-02T09:00:00+07:00",
                 "embargoed": "2026-03-03T00:00:00Z", "byline": "Lê Thử", "body_text": "Một."}
                """);

        JsonNode line = parse(file.toString()).getFirst();
        assertThat(status).isZero();
        assertThat(line.get("guid").asString()).isEqualTo("urn:mau:1");
        assertThat(line.get("version").asLong()).isEqualTo(3);
        assertThat(line.get("status").asString()).isEqualTo("withheld");
        assertThat(line.get("headline").asString()).isEqualTo("Tít");
        assertThat(line.get("language").asString()).isEqualTo("vi");
        assertThat(line.get("firstCreated").asString()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(line.get("versionCreated").asString()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(line.get("embargoed").asString()).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(line.get("urgency").asInt()).isEqualTo(4);
        assertThat(line.get("bylines").get(0).asString()).isEqualTo("Lê Thử");
        assertThat(line.get("body").asString()).isEqualTo("Một.");
    }

    @Test
    void refusalsAreLinesWithTheirPlaceAndTheStatusIsOne() throws IOException {
        Path items = file("a.json", "[{\"uri\": \"u1\", \"headline\": \"Một\"}, {\"uri\": \"u2\"}]");
        Path broken = file("b.xml", "<rss><channel>");

        List<JsonNode> lines = parse(items.toString(), broken.toString(), directory + "/none.json");
        assertThat(status).isEqualTo(1);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).get("guid").asString()).isEqualTo("u1");
        assertThat(lines.get(1).get("at").asString()).isEqualTo("/1");
        assertThat(lines.get(2).get("at").asString()).startsWith("line 1, column ");
        assertThat(lines.get(3).get("error").asString()).startsWith("can not be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.xml | <rss><channel><item><title>Tít</title></item></channel></rss> | rss",
                "a.dat | <nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head></body></nitf> | nitf",
                "a.json | {\"title\": \"T\", \"content\": \"Một.\"} | json-article",
                "a.txt | {\"uri\": \"u\", \"headline\": \"T\"} | ninjs",
                "a.xml | {\"uri\": \"u\", \"headline\": \"T\"} | ninjs",
                "a | {\"uri\": \"u\", \"headline\": \"T\"} | ninjs",
                "a.tst | {SOH}bmt042 4 p 211 BTM 061\\n{STX}Tít =\\nMột.\\n{ETX}021137 GMT Mar 26 | iptc7901",
                "a.tst | {SYN}{SYN}{SOH}b0042{US}bmt--\\n{STX}^BC-VN--Mau,12\\n^Tít\\n\\tMột.\\n{ETX} | anpa1312",
                "a.eml | From: a@news.example\\nSubject: Tít\\n\\nMột. | email",
                "a.txt | From: a@news.example\\nSubject: Tít\\n\\nMột. | email",
                "a.txt | Tít\\n\\nMột. | dispatch",
                "a.unknown | Tít\\n\\nMột. | dispatch"
            })
    void formatIsFoundByContentWhateverTheName(String name, String content, String format) throws IOException {
        JsonNode line = parse(file(name, controls(content)).toString()).getFirst();

        assertThat(line.path("original").path("format").asString("none: " + line))
                .isEqualTo(format);
    }

    @Test
    void feedGivesProviderZoneAndLanguage() throws IOException {
        Path settings = file("ingest-service.yml", """
                dongtin.ingest.feeds:
                  oslo:
                    provider: Norsk Mẫu
                    zone: Europe/Oslo
                    language: nb
                """);
        System.setProperty(SETTINGS, settings.toUri().toString());
        Path file = file("a.json", """
                {"uri": "u", "headline": "Tít", "versioncreated": "2026-07-02T09:00:00"}
                """);

        JsonNode line = parse("--feed", "oslo", file.toString()).getFirst();
        assertThat(line.get("provider").asString()).isEqualTo("Norsk Mẫu");
        assertThat(line.get("feed").asString()).isEqualTo("oslo");
        assertThat(line.get("language").asString()).isEqualTo("nb");
        assertThat(line.get("versionCreated").asString()).isEqualTo("2026-07-02T07:00:00Z");
    }

    @Test
    void unknownFeedIsAWrongUse() throws IOException {
        assertThat(parse("--feed", "none", file("a.txt", "Tít\n\nMột.").toString()))
                .isEmpty();
        assertThat(status).isEqualTo(2);
    }

    private static String controls(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("{SOH}", "\u0001")
                .replace("{STX}", "\u0002")
                .replace("{ETX}", "\u0003")
                .replace("{SYN}", "\u0016")
                .replace("{US}", "\u001F");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private List<JsonNode> parse(String... args) {
        var bytes = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("parse"), Stream.of(args)).toArray(String[]::new);
        status = ParseCommand.run(all, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
