package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TagCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... args) {
        return run(input.getBytes(StandardCharsets.UTF_8), args);
    }

    private int run(byte[] input, String... args) {
        return new CommandLine(new TagCommand(new ByteArrayInputStream(input), out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheFormOfTheGoldStandard() {
        int status = run("{\"id\":\"a\",\"text\":\"Ông Lê Văn Bưởi dẫn Nghị định 73/2023/NĐ-CP.\"}\n");
        assertThat(status).isZero();
        assertThat(printed()).isEqualTo("""
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
        assertThat(printed()).contains("\"key\":\"nghi-quyet-57-tw-xiii\",\"basis\":\"register\"}");
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
        assertThat(printed().lines()).hasSize(2);
        assertThat(err.toString()).contains("standard input:2: ").contains("standard input:3: ");
    }

    @Test
    void threadsKeepTheOrder() {
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            input.append("{\"id\":\"").append(i).append("\",\"text\":\"Ông Lê Văn Bưởi\"}\n");
        }
        assertThat(run(input.toString(), "--threads", "2")).isZero();
        assertThat(printed().lines().map(line -> line.split("\"", -1)[3]).map(Integer::valueOf))
                .isSorted()
                .hasSize(500);
    }

    @Test
    void missingFileIsReported() {
        assertThat(run("", "no-such-file.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-file.jsonl");
    }

    @Test
    void gzippedFilesAreInflated(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("articles.jsonl.gz");
        Files.write(file, gzipped("{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}"));
        assertThat(run("", file.toString())).isZero();
        assertThat(printed().lines()).hasSize(2);
    }

    @Test
    void whatABrokenGzipHeldBeforeItBrokeIsTagged() throws IOException {
        String line = "{\"id\":\"a\",\"text\":\"%s\"}%n";
        byte[] whole = gzipped((line.formatted("b".repeat(70_000)) + line.formatted("c")).repeat(20));
        assertThat(run(Arrays.copyOf(whole, whole.length - 9))).isEqualTo(1);
        assertThat(printed()).startsWith("{\"id\":\"a\"");
        assertThat(err.toString()).startsWith("standard input: cannot be read to its end: ");
    }

    @Test
    void aLineThatIsNoUtf8IsReportedWithItsNumber() {
        byte[] input =
                "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        input[input.length - 3] = (byte) 0xE9;
        assertThat(run(input)).isEqualTo(1);
        assertThat(printed().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("standard input:2: ");
    }

    @Test
    void progressSaysHowManyAreDone() {
        assertThat(run("{\"id\":\"a\",\"text\":\"x\"}", "--progress")).isZero();
        assertThat(err.toString()).startsWith("\r1 articles, ").endsWith(" a second\n");
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void newsroomsOwnKnowledgeIsLaidOverThePackaged(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "Trưởng cửa hàng\toffice\n");
        String line = "{\"id\":\"a\",\"text\":\"Trưởng cửa hàng Lê Văn Bưởi nói.\"}\n";
        assertThat(run(line, "--knowledge", directory.toString())).isZero();
        assertThat(printed()).contains("\"titles\":{\"Lê Văn Bưởi\":[\"Trưởng cửa hàng\"]}");
    }

    @Test
    void badKnowledgeStopsTheRunWithFileAndLine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "# ours\nTrưởng cửa hàng\tofice\n");
        assertThat(run("", "--knowledge", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("offices.tsv:2: 'ofice' is none of");
    }
}
