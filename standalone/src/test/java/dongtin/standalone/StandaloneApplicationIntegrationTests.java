package dongtin.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standalone as a process, as its users have it. */
class StandaloneApplicationIntegrationTests {

    @TempDir
    Path data;

    @Test
    void startsAndStopsOnSigtermWithoutATrace() throws Exception {
        Process standalone = start(List.of(), "kafka.port=0");
        List<ProcessHandle> children = awaitUp(standalone);
        assertThat(children).isNotEmpty();
        standalone.destroy();
        assertThat(standalone.waitFor(10, SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void stopsWhenItsParentIsKilled() throws Exception {
        // The shell stands for Maven, which starts the application as a process of its own.
        Process shell = start(List.of("sh", "-c", "\"$@\" & wait", "sh"), "stop-with-parent=true");
        List<ProcessHandle> descendants = awaitUp(shell);
        assertThat(descendants).hasSizeGreaterThanOrEqualTo(2);
        shell.destroyForcibly();
        await().atMost(Duration.ofSeconds(15)).until(() -> descendants.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void takenPortEndsItWithStatusOne() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process standalone = start(List.of(), "kafka.port=" + taken.getLocalPort());
            assertThat(said(standalone)).contains("Port %d of Kafka is taken".formatted(taken.getLocalPort()));
            assertThat(standalone.waitFor()).isEqualTo(1);
            assertThat(data.resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void helpListsThePorts() throws Exception {
        Process standalone = start(List.of(), "kafka.port=1", "help");
        assertThat(said(standalone)).contains("--dongtin.standalone.kafka.port=PORT");
        assertThat(standalone.waitFor()).isZero();
    }

    private Process start(List<String> before, String... more) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                "--dongtin.standalone.data=" + data));
        for (String user : new String[] {"desk", "ingest", "enrich", "index", "elasticsearch"}) {
            command.add("--dongtin.standalone." + user + ".port=0");
        }
        for (String argument : more) {
            command.add(argument.contains("=") ? "--dongtin.standalone." + argument : "--" + argument);
        }
        if (command.stream().noneMatch(argument -> argument.contains("kafka.port"))) {
            command.add("--dongtin.standalone.kafka.port=0");
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<ProcessHandle> awaitUp(Process process) {
        var said = new Scanner(process.getInputStream(), UTF_8);
        assertThat(said.findWithinHorizon("Dòng Tin is up", 1_000_000)).isNotNull();
        return process.descendants().toList();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
