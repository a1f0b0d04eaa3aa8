package dongtin.index.kibana;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Installs data views, saved searches and dashboards in Kibana: waits for it, puts each object in the place of the one with the same id, says what
 * became of each. May be repeated at any time. Status 1 if not all of them are installed.
 */
@Command(
        name = "kibana",
        mixinStandardHelpOptions = true,
        description = {
            "Installs the data views, saved searches and dashboards in Kibana 9, in the place of those with the same ids.",
            "Signs in with KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD, of the environment.",
            "The exit status is 0 if all are installed, 1 if not, 2 for a wrong argument."
        })
public final class KibanaCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:5601",
            description = "Where Kibana answers, with its base path (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:5601");

    @Option(names = "--space", paramLabel = "ID", description = "The space to install in (default: the default space).")
    private @Nullable String space;

    @Option(
            names = "--desk-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where readers' browsers reach the desk, for links to it (default: ${DEFAULT-VALUE}).")
    private URI desk = SavedObjects.DESK;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for Kibana (default: ${DEFAULT-VALUE}).")
    private int wait = 300;

    @Option(names = "--print", description = "Print the objects, to import by hand, and ask no Kibana.")
    private boolean print;

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final Duration firstPause;

    /** @param firstPause between two tries; doubles up to eight times that */
    KibanaCommand(Map<String, String> environment, Duration firstPause) {
        this.environment = environment;
        this.firstPause = firstPause;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new KibanaCommand(System.getenv(), Duration.ofSeconds(1)))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException {
        check("--url", url);
        check("--desk-url", desk);
        if (space != null && !space.matches("[a-z0-9_-]++")) {
            throw wrong("--space takes an id of lower-case letters, digits, _ and -");
        }
        if (wait < 1) {
            throw wrong("--wait must be at least 1");
        }
        SavedObjects objects = SavedObjects.packaged().linkedTo(desk);
        if (print) {
            out().print(objects.ndjson());
            out().flush();
            return 0;
        }
        return installed(objects) ? 0 : 1;
    }

    private boolean installed(SavedObjects objects) {
        try (var kibana = new Kibana(url, space, Credentials.in(environment))) {
            Imported imported = patiently(() -> {
                String version = kibana.version();
                out().println("Kibana %s at %s".formatted(version.isEmpty() ? "9" : version, url));
                return kibana.install(objects);
            });
            imported.fates().forEach(fate -> (fate.installed() ? out() : err()).println(fate.line()));
            (imported.complete() ? out() : err())
                    .println("%d of %d objects installed%s"
                            .formatted(
                                    imported.installed(),
                                    imported.fates().size(),
                                    space == null ? "" : " in the space " + space));
            return imported.complete();
        } catch (KibanaAway e) {
            err().println("Not installed: Kibana did not answer within %d s; %s".formatted(wait, e.getMessage()));
            return false;
        } catch (KibanaRefused e) {
            err().println("Not installed: " + e.getMessage());
            return false;
        }
    }

    // The import replaces what it put there before, so it is tried again as freely as the question before it.
    private <T> T patiently(Supplier<T> work) {
        var retry = new RetryTemplate(RetryPolicy.builder()
                .includes(KibanaAway.class)
                .maxRetries(Long.MAX_VALUE)
                .delay(firstPause)
                .multiplier(2)
                .maxDelay(firstPause.multipliedBy(8))
                .timeout(Duration.ofSeconds(wait))
                .build());
        retry.setRetryListener(new RetryListener() {
            private String said = "";

            @Override
            public void onRetryFailure(RetryPolicy policy, Retryable<?> retryable, Throwable failure) {
                String reason = String.valueOf(failure.getMessage());
                if (failure instanceof KibanaAway && !reason.equals(said)) {
                    err().println("waiting for Kibana: " + reason);
                    said = reason;
                }
            }
        });
        return Objects.requireNonNull(retry.invoke(work));
    }

    private void check(String option, URI address) {
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw wrong(
                    option
                            + " takes http:// or https://, a host, perhaps a port and a path; credentials come from the environment");
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
