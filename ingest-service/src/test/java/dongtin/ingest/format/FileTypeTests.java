package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTests {

    @ParameterizedTest
    @CsvSource({
        "a.json,application/json",
        "A.JSON,application/json",
        "a.b.xml,application/xml",
        "a.nitf,application/xml",
        "a.txt,text/plain",
        "a.eml,message/rfc822",
        "a.png,image/png",
        "a.pdf,application/octet-stream",
        "a.dat,application/octet-stream",
        "20261125.001,application/octet-stream",
        "a,application/octet-stream"
    })
    void endingTellsTheTypeAndOfOthersTheContentDoes(String name, String type) {
        assertThat(FileType.of(name)).isEqualTo(type);
    }
}
