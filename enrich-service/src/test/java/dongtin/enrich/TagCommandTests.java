package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TagCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... args) {
        return new CommandLine(new TagCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void printsTheFormOfTheGoldStandard() {
        int status = run("{\"id\":\"a\",\"text\":\"Ông Lê Văn Bưởi dẫn Nghị định 73/2023/NĐ-CP.\"}\n");
        assertThat(status).isZero();
        assertThat(out).hasToString("""
                {"id":"a","people":[{"start":4,"end":15,"text":"Lê Văn Bưởi","person":"Lê Văn Bưởi"}],\
                "titles":{"Lê Văn Bưởi":[]},\
                "documents":[{"start":20,"end":43,"text":"Nghị định 73/2023/NĐ-CP","kind":"nghị định","number":"73",\
                "symbol":"73/2023/NĐ-CP","issuer":"Chính phủ","key":"nghi-dinh-73-chinh-phu-2023"}]}
                """);
    }

    @Test
    void documentOfTheRegisterIsMarked() {
        assertThat(run("{\"id\":\"a\",\"text\":\"Theo Nghị quyết 57.\",\"date\":\"2025-03-01\"}\n"))
                .isZero();
        assertThat(out.toString()).contains("\"key\":\"nghi-quyet-57-tw-xiii\",\"basis\":\"register\"}");
    }

    @Test
    void dateThatIsNoneIsReported() {
        assertThat(run("{\"id\":\"a\",\"text\":\"\",\"date\":\"hôm qua\"}\n")).isEqualTo(1);
        assertThat(err.toString()).contains("standard input:1: date is no day such as 2024-05-09");
    }

    @Test
    void badLineIsReportedWithItsNumberAndTheRunGoesOn() {
        int status = run("{\"id\":\"a\",\"text\":\"\"}\n{nonsense\n{\"id\":7}\n{\"id\":\"b\",\"text\":\"\"}\n");
        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("standard input:2: ").contains("standard input:3: ");
    }

    @Test
    void threadsKeepTheOrder() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            input.append("{\"id\":\"").append(i).append("\",\"text\":\"Ông Lê Văn Bưởi\"}\n");
        }
        assertThat(run(input.toString(), "--threads", "2")).isZero();
        assertThat(out.toString().lines().map(line -> line.split("\"", -1)[3]).map(Integer::valueOf))
                .isSorted()
                .hasSize(500);
    }

    @Test
    void missingFileIsReported() {
        assertThat(run("", "no-such-file.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-file.jsonl");
    }
}
