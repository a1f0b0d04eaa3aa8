package dongtin.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ports of the whole system, each free when this was made. */
record Ports(int desk, int ingest, int enrich, int index, int kafka, int elasticsearch) {

    /**
     * Tries every port before anything is started.
     *
     * @throws StartFailure that names each port that is taken, what it is for, and how to choose another
     */
    static Ports free(StandaloneProperties properties) {
        try (var trial = new Trial()) {
            var ports = new Ports(
                    trial.of("the desk", "desk", properties.desk().port()),
                    trial.of("ingest-service", "ingest", properties.ingest().port()),
                    trial.of("enrich-service", "enrich", properties.enrich().port()),
                    trial.of("index-service", "index", properties.index().port()),
                    trial.of("Kafka", "kafka", properties.kafka().port()),
                    trial.of(
                            "Elasticsearch",
                            "elasticsearch",
                            properties.elasticsearch().port()));
            trial.failIfAnyWasTaken();
            return ports;
        }
    }

    /** Some free port on loopback. */
    static int anyFree() {
        try (ServerSocket socket = bound(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            // Ports of a run that has just ended are free again, as they are for the servers themselves.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Holds every port that it has found free until all are found, so that no two get the same. */
    private static final class Trial implements AutoCloseable {

        private final Map<Integer, String> users = new HashMap<>();
        private final List<ServerSocket> held = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();

        int of(String user, String setting, int port) {
            try {
                ServerSocket socket = bound(port);
                held.add(socket);
                users.put(socket.getLocalPort(), user);
                return socket.getLocalPort();
            } catch (IOException e) {
                String why =
                        users.containsKey(port) ? "is also that of " + users.get(port) : "is taken: " + e.getMessage();
                complaints.add(
                        "Port %d of %s %s.%n  Choose another: --dongtin.standalone.%s.port=%d, or 0 for any free one"
                                .formatted(port, user, why, setting, port < 50_000 ? port + 10_000 : port - 10_000));
                return port;
            }
        }

        void failIfAnyWasTaken() {
            if (!complaints.isEmpty()) {
                throw new StartFailure(String.join(System.lineSeparator(), complaints)
                        + "%n  (through Maven: -Dspring-boot.run.arguments=\"--dongtin.standalone...\")".formatted());
            }
        }

        @Override
        public void close() {
            for (ServerSocket socket : held) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new StartFailure("cannot let go of port " + socket.getLocalPort(), e);
                }
            }
        }
    }
}
