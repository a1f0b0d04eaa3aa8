package dongtin.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MessageJsonTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({"raw-item.json, dongtin.message.RawItem", "enriched-item.json, dongtin.message.EnrichedItem"})
    void goldenFileIsReadAndWrittenUnchanged(String file, Class<?> type) throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("src/test/resources/golden/v1", file));

        byte[] written = MessageJson.write(MessageJson.read(golden, type));

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(golden));
    }

    @Test
    void namesOfJavaClassesStayOffTheWire() throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("src/test/resources/golden/v1/enriched-item.json"));

        assertThat(new String(MessageJson.write(MessageJson.read(golden, EnrichedItem.class)), StandardCharsets.UTF_8))
                .doesNotContain("dongtin.")
                .doesNotContain("@class");
    }

    @Test
    void fieldOfANewerWriterIsIgnored() {
        assertThat(read("{\"people\": [], \"documents\": [], \"places\": [\"Huế\"]}"))
                .isEqualTo(new Tags(java.util.List.of(), java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'not json' | Unrecognized token",
                "'{\"people\": 7}' | Cannot deserialize",
                "'' | No content",
                "null | null",
                "'{}' | null"
            })
    void whatIsNoMessageIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MessageJson.UnreadableMessage.class)
                .hasMessageContaining("no Tags")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"id\": \"x\", \"version\": 1}", "{\"item\": {}}"})
    void itemWithoutWhatItMustHaveIsRefused(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> MessageJson.read(bytes, RawItem.class))
                .isInstanceOf(MessageJson.UnreadableMessage.class);
        assertThatThrownBy(() -> MessageJson.read(bytes, EnrichedItem.class))
                .isInstanceOf(MessageJson.UnreadableMessage.class);
    }

    @Test
    void messageWithoutAValueIsRefused() {
        assertThatThrownBy(() -> MessageJson.read(null, RawItem.class))
                .isInstanceOf(MessageJson.UnreadableMessage.class)
                .hasMessageContaining("without a value");
    }

    private static Tags read(String json) {
        return MessageJson.read(json.getBytes(StandardCharsets.UTF_8), Tags.class);
    }
}
