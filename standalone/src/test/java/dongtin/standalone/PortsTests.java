package dongtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void zeroIsAnyFreePortAndEachAnother() {
        Ports ports = Ports.free(Settings.anyFreePorts("data"));
        assertThat(IntStream.of(
                        ports.desk(),
                        ports.ingest(),
                        ports.enrich(),
                        ports.index(),
                        ports.kafka(),
                        ports.elasticsearch()))
                .doesNotContain(0)
                .doesNotHaveDuplicates();
    }

    @Test
    void takenPortIsNamedWithItsUserAndTheWayOut() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> Ports.free(Settings.of("data", "kafka.port=" + port, "desk.port=" + port)))
                    .withMessageContaining("Port %d of Kafka is taken", port)
                    .withMessageContaining("--dongtin.standalone.kafka.port=")
                    .withMessageContaining("Port %d of the desk is taken", port)
                    .withMessageContaining("-Dspring-boot.run.arguments=");
        }
    }

    @Test
    void portTakenOnAllAddressesIsTaken() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> Ports.free(Settings.of("data", "index.port=" + taken.getLocalPort())))
                    .withMessageContaining("index-service is taken");
        }
    }

    @Test
    void onePortForTwoIsSaidSo() {
        int port = Ports.anyFree();
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> Ports.free(Settings.of("data", "desk.port=" + port, "index.port=" + port)))
                .withMessageContaining("Port %d of index-service is also that of the desk", port);
    }
}
