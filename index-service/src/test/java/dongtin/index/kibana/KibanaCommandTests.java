package dongtin.index.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class KibanaCommandTests {

    private static final String SECRET = "mat-khau";

    private final StandInKibana kibana = new StandInKibana();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void end() {
        kibana.close();
        assertThat(out + "" + err).doesNotContain(SECRET);
    }

    @Test
    void everythingIsInstalledAndSaidObjectByObject() throws IOException {
        assertThat(run()).isZero();

        var objects = SavedObjects.packaged();
        assertThat(kibana.kept).hasSameSizeAs(objects.objects());
        assertThat(out.toString())
                .contains("Kibana 9.5.0 at " + kibana.url())
                .contains("installed  index-pattern dongtin-news (news)")
                .contains("installed  dashboard dongtin-flow (Dòng chảy)")
                .contains("%1$d of %1$d objects installed"
                        .formatted(objects.objects().size()));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void againItReplacesWhatIsThere() {
        run();
        Map<String, JsonNode> before = Map.copyOf(kibana.kept);

        assertThat(run()).isZero();
        assertThat(out.toString()).contains("replaced   dashboard dongtin-newsroom");
        assertThat(kibana.kept).isEqualTo(before);
    }

    @Test
    void linksLeadToTheDeskThatIsNamed() {
        run("--desk-url", "https://desk.example/tin/");

        String formats = Objects.requireNonNull(kibana.kept.get("/index-pattern/dongtin-news"))
                .at("/attributes/fieldFormatMap")
                .asString();
        assertThat(JsonMapper.shared()
                        .readTree(formats)
                        .at("/id/params/urlTemplate")
                        .asString())
                .isEqualTo("https://desk.example/tin/articles/{{value}}");
        assertThat(formats)
                .contains("https://desk.example/tin/?person={{value}}", "{{rawValue}}")
                .doesNotContain(SavedObjects.DESK.toString());
    }

    @Test
    void spaceIsInstalledInIfThereIsOne() {
        kibana.spaces.add("/s/tin");

        assertThat(run("--space", "tin")).isZero();
        assertThat(kibana.kept).containsKey("/s/tin/dashboard/dongtin-newsroom");
        assertThat(out.toString()).contains("installed in the space tin");

        assertThat(run("--space", "khac")).isOne();
        assertThat(err.toString()).contains("there is no such space: khac");
    }

    @Test
    void startingKibanaIsWaitedFor() {
        kibana.statuses.add(new StandInKibana.Scripted(503, "Kibana server is not ready yet"));
        kibana.statuses.add(new StandInKibana.Scripted(503, "Kibana server is not ready yet"));
        kibana.statuses.add(StandInKibana.status(503, "critical", "Elasticsearch is not there"));
        kibana.statuses.add(StandInKibana.status(200, "degraded", "a plugin is slow"));
        kibana.imports.add(StandInKibana.error(503, "Service Unavailable", "no living connections"));

        assertThat(run()).isZero();
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("waiting for Kibana: 503")
                                .contains("not ready yet"),
                        line -> assertThat(line).contains("Elasticsearch is not there"),
                        line -> assertThat(line).contains("no living connections"));
    }

    @Test
    void kibanaThatNeverComesIsGivenUpInTime() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThat(run("--url", "http://127.0.0.1:" + closed, "--wait", "1")).isOne();
        assertThat(err.toString())
                .contains("waiting for Kibana: no answer from http://127.0.0.1:" + closed)
                .contains("Not installed: Kibana did not answer within 1 s");
    }

    @Test
    void credentialsOfTheEnvironmentAreUsed() {
        kibana.authorization = "ApiKey " + SECRET;
        assertThat(run(Map.of("KIBANA_API_KEY", SECRET))).isZero();

        kibana.authorization = "Basic a2liYW5hOm1hdC1raGF1";
        assertThat(run(Map.of("KIBANA_USERNAME", "kibana", "KIBANA_PASSWORD", SECRET)))
                .isZero();
    }

    @Test
    void wrongCredentialsAreNotTriedAgain() {
        kibana.authorization = "ApiKey right";

        assertThat(run(Map.of("KIBANA_API_KEY", SECRET))).isOne();
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("Not installed: Kibana does not accept the credentials (401): "
                        + "set KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD");
    }

    @Test
    void nameWithoutPasswordIsAMistake() {
        assertThat(run(Map.of("KIBANA_USERNAME", "kibana"))).isOne();
        assertThat(err.toString()).contains("KIBANA_USERNAME is set and KIBANA_PASSWORD is not");
    }

    @Test
    void missingRightIsNamed() {
        kibana.imports.add(StandInKibana.error(403, "Forbidden", "Unable to bulk_create dashboard"));

        assertThat(run()).isOne();
        assertThat(err.toString()).contains("403", "kibana_setup", "Unable to bulk_create dashboard");
    }

    @Test
    void eachFailureIsSaidAndTheRestInstalled() {
        kibana.changed = (answer, sent) -> {
            fail(answer, 0, error -> error.put("type", "conflict"));
            fail(
                    answer,
                    0,
                    error -> error.put("type", "missing_references")
                            .putArray("references")
                            .addObject()
                            .put("type", "index-pattern")
                            .put("id", "dongtin-news"));
            fail(
                    answer,
                    0,
                    error -> error.put("type", "ambiguous_conflict")
                            .putArray("destinations")
                            .addObject()
                            .put("id", "9f1"));
            fail(answer, 0, error -> error.put("type", "unsupported_type"));
            fail(answer, 0, error -> error.put("type", "unknown").put("message", "mapper is closed"));
            ((ArrayNode) answer.path("successResults")).remove(0);
        };

        assertThat(run()).isOne();
        int all = kibana.kept.size();
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("failed     index-pattern dongtin-news: conflict"),
                        line -> assertThat(line)
                                .contains("dongtin-news-all: what it refers to is missing")
                                .contains("dongtin-news\""),
                        line -> assertThat(line).contains("search dongtin-latest: ambiguous conflict", "9f1"),
                        line -> assertThat(line).contains("dongtin-by-person: this Kibana does not know the type"),
                        line -> assertThat(line).contains("dongtin-by-document: mapper is closed"),
                        line -> assertThat(line)
                                .contains("dongtin-killed-and-corrected: Kibana's answer does not mention it"),
                        line -> assertThat(line).isEqualTo("%d of %d objects installed".formatted(all - 6, all)));
        assertThat(out.toString()).contains("installed  dashboard dongtin-flow");
    }

    @Test
    void idOfItsOwnInAnotherSpaceIsTold() {
        kibana.changed =
                (answer, sent) -> ((ObjectNode) answer.path("successResults").get(0)).put("destinationId", "0a1b");

        assertThat(run()).isZero();
        assertThat(out.toString()).contains("installed  index-pattern dongtin-news as 0a1b");
    }

    @Test
    void olderKibanaIsRefused() {
        kibana.version = "8.19.3";

        assertThat(run()).isOne();
        assertThat(err.toString()).contains("the objects are for Kibana 9, this is Kibana 8.19.3");
        assertThat(kibana.kept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 | /login?next=%2F | sends on to /login",
                "200 | <html>proxy</html> | is no Kibana: no JSON but <html>proxy</html>",
                "200 | {\"cluster_name\":\"x\"} | is no Kibana: its answer has no status.overall.level",
                "500 | {\"message\":\"boom\"} | 500 from"
            })
    void whatIsNoKibanaIsSaid(int status, String body, String said) {
        kibana.statuses.add(new StandInKibana.Scripted(status, body));

        assertThat(run()).isOne();
        assertThat(err.toString()).contains("Not installed: ", said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--url=ftp://kibana.example",
                "--url=kibana.example:5601",
                "--url=http://ai:mat@kibana.example",
                "--desk-url=javascript:alert(1)",
                "--desk-url=http://desk.example/?a=b",
                "--space=Tin tức",
                "--wait=0",
                "--nonsense"
            })
    void wrongArgumentIsAMistakeOfTheCaller(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(kibana.kept).isEmpty();
    }

    @Test
    void helpTellsOptionsAndVariables() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--url", "--space", "--desk-url", "--wait", "--print", "KIBANA_API_KEY");
    }

    @Test
    void printedObjectsCanBeImportedByHand() {
        assertThat(run("--print", "--desk-url", "https://desk.example")).isZero();

        assertThat(out.toString().lines().map(JsonMapper.shared()::readTree))
                .anyMatch(object -> object.path("id").asString().equals("dongtin-flow"));
        assertThat(out.toString()).contains("https://desk.example/articles/{{value}}");
        assertThat(kibana.kept).isEmpty();
    }

    private static void fail(ObjectNode answer, int success, Consumer<ObjectNode> error) {
        ArrayNode successes = (ArrayNode) answer.path("successResults");
        ObjectNode failed = ((ObjectNode) successes.remove(success));
        error.accept(failed.putObject("error"));
        answer.withArray("errors").add(failed);
        answer.put("success", false);
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.startsWith("--url"))) {
            all.addFirst("--url=" + kibana.url());
        }
        return new CommandLine(new KibanaCommand(environment, Duration.ofMillis(5)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
