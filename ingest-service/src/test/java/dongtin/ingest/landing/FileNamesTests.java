package dongtin.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {".hidden", "a.tmp", "a.xml.PART", "a.filepart", "a.xml~", "~a.xml", "a.crdownload", ".a.xml.swp"
            })
    void unfinishedNamesAreTold(String name) {
        assertThat(FileNames.unfinished(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xml", "a", "part.json", "tmp", "a.tmp.json", "Bản tin 25-11.txt"})
    void finishedNamesAreTold(String name) {
        assertThat(FileNames.unfinished(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a.xml,1,a.xml", "a.xml,2,a-2.xml", "a.b.xml,3,a.b-3.xml", "a,2,a-2", ".xml,2,.xml-2"})
    void numberStandsBeforeTheEnding(String name, int attempt, String called) {
        assertThat(FileNames.attempt(name, attempt)).isEqualTo(called);
    }

    @Test
    void reasonOfALongNameFitsAndNoCharacterIsCutInTwo() {
        String name = "𝄞".repeat(62) + ".xml"; // 252 bytes, four each
        String called = FileNames.attempt(name, 12);

        assertThat(called).matches("𝄞+-12\\.xml");
        assertThat(FileNames.reason(called).getBytes(StandardCharsets.UTF_8).length)
                .isBetween(250, 255);
    }
}
