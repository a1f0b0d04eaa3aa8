package dongtin.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no broker. */
class OperatorCommandTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"topics", "dead list", "dead show", "dead replay", "dead discard", "replay", "trace", "drift"})
    void helpTellsTheExitStatus(String command) {
        var arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--help");
        Rig.Ran ran = Rig.command(arguments.toArray(String[]::new));
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .startsWith("Usage: operator " + command)
                .contains("--bootstrap-servers", "--command-config", "--json", "Exit status: 0", "Examples:")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topics --window 0 | --window must be at least 1",
                "dead lst | Did you mean: dead list?",
                "dead show | which letter?",
                "dead replay | which letters? Choose some, or --all",
                "dead replay wire.raw.v1-3@4 | wire.raw.v1-3@4 is not on wire.raw.v1-dlt or wire.enriched.v1-dlt",
                "dead replay rubbish | rubbish is no dead letter, as wire.raw.v1-dlt-3@42",
                "dead replay --offset 1-x | --offset: 1-x is neither an offset nor two, as 40-45",
                "dead list --topic wire.raw.v1 | --topic: wire.raw.v1 is none of raw, enriched",
                "dead list --from yesterday | --from: yesterday is no time",
                "dead discard --all | Missing required option: '--why=TEXT'",
                "replay --from 1h | Missing required option: '--stage=STAGE'",
                "replay --stage tag --from 1h | Invalid value for option '--stage'",
                "trace | Error: Missing required argument",
                "topics --zone Saigon | Invalid value for option '--zone'",
            })
    void wrongArgumentsAreTold(String commandAndReason) {
        String[] both = commandAndReason.split(" \\| ", 2);
        Rig.Ran ran = Rig.command(both[0].split(" "));
        assertThat(ran.err()).contains(both[1]).contains("--help tells more");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void brokerThatIsAwayIsTold() {
        Rig.Ran ran = Rig.command("dead", "list", "--bootstrap-servers", "127.0.0.1:1", "--timeout", "1");
        assertThat(ran.err()).isEqualTo("no broker answers at 127.0.0.1:1; waited 1 s\n");
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void brokerOfNoNameIsTold() {
        Rig.Ran ran = Rig.command("topics", "--bootstrap-servers", "no.such.host.invalid:9092", "--timeout", "1");
        assertThat(ran.err()).contains("no.such.host.invalid:9092").doesNotContain("\tat ");
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void elasticsearchThatIsAwayIsToldBeforeTheBrokerIsAsked() {
        Rig.Ran ran =
                Rig.command("drift", "--elasticsearch", "http://127.0.0.1:1", "--bootstrap-servers", "127.0.0.1:1");
        assertThat(ran.err())
                .startsWith("no Elasticsearch answers at http://127.0.0.1:1: ")
                .hasLineCount(1);
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void settingsOfKafkaAreReadFromAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("client.properties");
        assertThat(Rig.command("topics", "--command-config", file.toString()).err())
                .startsWith("--command-config " + file + " can not be read: ");
        Files.writeString(file, "security.protocol=SASSL\n");
        Rig.Ran ran = Rig.command("topics", "--command-config", file.toString());
        assertThat(ran.err()).contains("SASSL").hasLineCount(1);
        assertThat(ran.status()).isEqualTo(2);
    }

    @Test
    void credentialsAreNotTakenFromArguments() {
        Rig.Ran ran = Rig.command("drift", "--elasticsearch", "http://elastic:secret@127.0.0.1:1");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("credentials come from the environment").doesNotContain("secret");
    }
}
