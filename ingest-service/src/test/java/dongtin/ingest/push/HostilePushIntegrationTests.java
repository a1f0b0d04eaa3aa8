package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.push.PushService.Answer;
import dongtin.message.Topics;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is one of 4xx with problem details, or the item is taken; and the service goes on. */
class HostilePushIntegrationTests {

    private static final String NITF = """
            <nitf><head><docdata><doc-id id-string="urn:hostile:%s"/></docdata></head>
            <body><body.head><hedline><hl1>%s</hl1></hedline></body.head>
            <body.content><p>Đoạn một.</p></body.content></body></nitf>""";

    private static PushService service;

    @BeforeAll
    static void start() {
        service = PushService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void goesOn() {
        service.send(service.toDemo(), "{\"uri\": \"urn:goes-on\", \"headline\": \"Tít\"}")
                .accepted();
        service.requireThatFatesAddUp("demo");
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("JSON 10,000 deep", "application/json", "[".repeat(10_000) + "]".repeat(10_000), 400),
                Arguments.of(
                        "JSON 10,000 deep in a field",
                        "application/json",
                        "{\"uri\": \"u\", \"headline\": \"h\", \"x\": %s%s}"
                                .formatted("[".repeat(10_000), "]".repeat(10_000)),
                        400),
                Arguments.of(
                        "XML 10,000 deep",
                        "application/xml",
                        "<nitf>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</nitf>",
                        400),
                Arguments.of(
                        "more items than there may be",
                        "application/xml",
                        "<rss><channel>" + "<item/>".repeat(2_001),
                        413),
                Arguments.of(
                        "more objects than items there may be", "application/json", "[" + "{},".repeat(2_001), 413),
                Arguments.of(
                        "more elements than any item has",
                        "application/xml",
                        "<rss><channel><item><title>T</title>" + "<a/>".repeat(200_000) + "</item></channel></rss>",
                        413),
                Arguments.of(
                        "more attributes than any element has",
                        "application/xml",
                        "<rss><channel><item " + "a='' ".repeat(1_000) + "/></channel></rss>",
                        400),
                Arguments.of(
                        "more values than any item has",
                        "application/json",
                        "{\"uri\": \"u\", \"x\": [0" + ",0".repeat(200_000) + "]}",
                        413),
                Arguments.of(
                        "HTML of more elements than any text has",
                        "application/json",
                        "{\"uri\": \"u\", \"headline\": \"h\", \"body_html\": \"%s\"}"
                                .formatted("<b><i>".repeat(20_000)),
                        422),
                Arguments.of("brackets", "application/json", "[".repeat(1_000_000), 400),
                Arguments.of(
                        "more parts than any mail has",
                        "message/rfc822",
                        "From: a@b\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                                + "--b\n\nx\n".repeat(100_000),
                        413),
                Arguments.of("marks of a teleprinter line", "text/plain", "\u0001".repeat(1_000_000), 413),
                Arguments.of("NUL in JSON", "application/json", "{\"uri\": \"u\0\", \"headline\": \"h\"}", 400),
                Arguments.of("an image", "image/png", "\u0089PNG", 415),
                Arguments.of("a type that is none", "no/type/at all", "{}", 415),
                Arguments.of("nothing", "application/json", "", 400),
                Arguments.of("a byte order mark alone", "application/json", "\uFEFF", 422),
                Arguments.of("a number", "application/json", "7", 422));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void isRefusedWithWhatIsWrong(String name, String type, String message, int status) {
        Answer answer = service.send(typed(type), message);

        assertThat(answer.refusedWith(status)).as(name).isNotBlank();
    }

    @Test
    void entityOfTheMessagesOwnMakingIsNeverReplaced() {
        String laughs = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1))
                .reduce("<!ENTITY a0 \"ha\">", String::concat);
        for (String message : new String[] {
            "<!DOCTYPE nitf [%s]>".formatted(laughs) + NITF.formatted("laughs", "Tít &a29;"),
            "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + NITF.formatted("xxe", "Tít &x;"),
        }) {
            Answer answer = service.send(typed("application/xml"), message);

            assertThat(answer.status()).as(answer.body()).isIn(202, 400);
            if (answer.status() == 202) {
                assertThat(service.records(Topics.RAW, answer.accepted()))
                        .singleElement()
                        .satisfies(
                                raw -> assertThat(raw.value()).asString(UTF_8).doesNotContain("haha", "root:"));
            }
        }
    }

    @Test
    void nulInXmlIsTakenAsASpaceOrRefused() {
        assertThat(service.send(typed("application/xml"), NITF.formatted("nul", "Tít\0"))
                        .status())
                .isIn(202, 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUL escaped | \\u0000",
                "controls escaped | \\u0001\\u0008\\u001f\\u007f\\u0085",
                "lone high surrogate | a\\ud83d",
                "lone low surrogate | \\udcf0a",
                "surrogates the wrong way round | \\udcf0\\ud83d",
                "no characters | \\uffff\\ufffe",
                "right to left, zero width | \\u202e\\u200b\\ufeff",
            })
    void oddCharactersAreTakenOrRefusedButNoFailure(String name, String characters) {
        for (String item : new String[] {
            "{\"uri\": \"urn:odd:%s\", \"headline\": \"Tít %s\", \"body_text\": \"Đoạn %s.\"}",
            "{\"uri\": \"urn:odd%s\", \"byline\": \"%s\", \"headline\": \"Tít\", \"language\": \"%s\"}"
        }) {
            Answer answer = service.send(service.toDemo(), item.formatted(characters, characters, characters));

            assertThat(answer.status()).as(name + ": " + answer.body()).isIn(202, 400, 422);
        }
    }

    @Test
    void headlineOfAMillionCharactersIsTakenOrRefused() {
        String item = "{\"uri\": \"urn:long\", \"headline\": \"%s\"}".formatted("ế".repeat(1_000_000));

        assertThat(service.send(service.toDemo(), item).status()).isIn(202, 413, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "-9999-01-01T00:00:00Z"
            })
    void dateOfAnotherAgeIsTakenOrRefused(String date) {
        String item = """
                {"uri": "urn:age", "headline": "Tít", "versioncreated": "%s", "firstcreated": "%s", "embargoed": "%s"}""".formatted(date, date, date);

        assertThat(service.send(service.toDemo(), item).status()).isIn(202, 422);
    }

    @Test
    void messageCutAnywhereIsRefusedOrReadAsFarAsItGoes() {
        byte[] json = "{\"uri\": \"urn:cut\", \"headline\": \"Tít\", \"body_html\": \"<p>Đoạn</p>\"}".getBytes(UTF_8);
        byte[] nitf = NITF.formatted("cut", "Tít").getBytes(UTF_8);
        for (int length = 0; length < json.length; length++) {
            service.send(typed("application/json"), Arrays.copyOf(json, length)).refusedWith(400);
        }
        for (int length = 0; length < nitf.length; length += 3) {
            service.send(typed("application/xml"), Arrays.copyOf(nitf, length));
            assertThat(service.send(typed("application/xml"), Arrays.copyOf(nitf, length))
                            .status())
                    .isIn(400, 415);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/feeds/nobody/items | 404",
                "/v1/feeds/a%2Fb/items | 400",
                "/v1/feeds/%00/items | 400",
                "/v1/feeds/%zz/items | 400",
                "/v1/feeds/%E2%80/items | 400",
                "/v1/feeds/a\\b/items | 400",
                "/v1/feeds/../items | 404",
                "/../../etc/passwd | 400",
                "/v1/feeds/..%5c/items | 400",
                "/v1/feeds//items | 404",
                "/v1/feeds/t%C3%AAn/items | 404",
                "/v1/feeds/'\"<script>/items | 400",
                "/v1/feeds/demo/items/ | 404",
                "/error | 404",
                "* | 400",
            })
    void pathThatIsNoneIsRefused(String path, int status) throws IOException {
        assertProblem(
                raw("POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}".formatted(path)),
                status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "TRACE", "FOO"})
    void onlyPostIsTaken(String method) throws IOException {
        String answer =
                raw("%s /v1/feeds/demo/items HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(method));

        assertProblem(answer, 405);
        assertThat(answer).contains("\r\nAllow: ").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 99999999999999999999999999",
                "Content-Length: many",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2\r\nHost: y",
                "Content-Length: 2\r\nno header at all",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: nonsense",
                "X: HUGE",
            })
    void headerThatIsNoneIsRefused(String header) throws IOException {
        assertProblem(
                raw("POST /v1/feeds/demo/items HTTP/1.1\r\nHost: x\r\n%s\r\nConnection: close\r\n\r\n{}"
                        .formatted(header.replace("HUGE", "x".repeat(100_000)))),
                400);
    }

    @Test
    void lengthThatNobodyCouldSendIsRefusedAtOnce() throws IOException {
        assertProblem(raw("""
                        POST /v1/feeds/demo/items HTTP/1.1\r
                        Host: x\r
                        Authorization: Bearer demo-token\r
                        Expect: 100-continue\r
                        Content-Length: 999999999999\r
                        \r
                        """), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "POST / HTTP/3.0\r\n\r\n",
                "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n"
            })
    void whatIsNoHttpIsRefused(String request) throws IOException {
        assertProblem(raw(request), 400);
    }

    @Test
    void brokenChunksAreRefused() throws IOException {
        assertProblem(raw("""
                        POST /v1/feeds/demo/items HTTP/1.1\r
                        Host: x\r
                        Authorization: Bearer demo-token\r
                        Transfer-Encoding: chunked\r
                        \r
                        zz\r
                        """), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml", "garbage", "*/*;q=x"})
    void refusalIsReadableWhateverTheSenderAccepts(String accept) {
        service.send(service.toDemo().header("Accept", accept), "{").refusedWith(400);
        service.send(service.to("nobody").header("Accept", accept), "{").refusedWith(404);
    }

    private static HttpRequest.Builder typed(String type) {
        return service.to("demo").header("Authorization", "Bearer demo-token").header("Content-Type", type);
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 %d ".formatted(status))
                .contains("\r\nContent-Type: application/problem+json\r\n");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).contains("\"status\":" + status);
    }

    /** The answer to bytes that no client would send, to the end of the connection. */
    private static String raw(String request) throws IOException {
        try (var socket = service.connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            byte[] part = new byte[8192];
            int read = socket.getInputStream().read(part);
            while (read >= 0) {
                answer.append(new String(part, 0, read, ISO_8859_1));
                // The end of a chunked answer, or of the JSON whose length is given: the connection may stay.
                read = answer.toString().endsWith("0\r\n\r\n")
                                || answer.toString().endsWith("}")
                        ? -1
                        : socket.getInputStream().read(part);
            }
            return answer.toString();
        }
    }
}
