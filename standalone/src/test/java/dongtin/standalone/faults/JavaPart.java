package dongtin.standalone.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program on this test's class path, in a Java process of its own; what it says is appended to a file. */
final class JavaPart implements Part {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Path log;
    private final @Nullable URI address;
    private @Nullable Process process;

    /**
     * A program yet to be started.
     *
     * @param address where a service answers; null for what is none, which is ready while it runs
     */
    JavaPart(String name, Class<?> program, List<String> arguments, Path logs, @Nullable URI address) {
        this.name = name;
        this.log = logs.resolve(name + ".log");
        this.address = address;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                // A process that is killed after some seconds gains nothing from the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean ready() {
        if (address == null) {
            return running();
        }
        try {
            return ask("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it tells Prometheus. */
    String metrics() throws IOException {
        return ask("/actuator/prometheus").body();
    }

    private HttpResponse<String> ask(String path) throws IOException {
        var request = HttpRequest.newBuilder(Objects.requireNonNull(address).resolve(path))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    synchronized boolean running() {
        return process != null && process.isAlive();
    }

    @Override
    public void kill() {
        end(Process::destroyForcibly);
    }

    @Override
    public void close() {
        end(Process::destroy);
    }

    private synchronized void end(Consumer<Process> how) {
        if (process == null) {
            return;
        }
        how.accept(process);
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end within " + STOPS_WITHIN.toSeconds() + " s; see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
