package dongtin.ingest;

import dongtin.ingest.landing.Printable;
import dongtin.ingest.raw.Change;
import dongtin.ingest.raw.Original;
import dongtin.ingest.raw.Reparse;
import dongtin.ingest.raw.Reparse.Selection;
import dongtin.ingest.raw.Reparse.Summary;
import dongtin.ingest.raw.Unavailable;
import dongtin.message.MessageJson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads originals again with today's parsers and publishes their items again. */
@Command(
        name = "reparse",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        description = {
            "Reads originals again with today's parsers and publishes their items again.",
            "Originals are the messages on wire.original.v1, all of them where no option chooses; items go to wire.raw.v1, with",
            "the ids, versions and times of receipt that they had. What came again in the same version by a later message is",
            "left out. The exit status is 1 if any original could not be read."
        })
final class ReparseCommand implements Callable<Integer> {

    private static final long PROGRESS_EVERY = 10_000;

    @Option(names = "--from", paramLabel = "TIME", description = "received then or later, as 2026-11-25T00:00:00Z")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "received before")
    private @Nullable Instant to;

    @Option(names = "--feed", paramLabel = "ID", description = "of this feed")
    private @Nullable String feed;

    @Option(names = "--sha256", paramLabel = "HASH", description = "the message of this hash")
    private @Nullable String sha256;

    @Option(names = "--dry-run", description = "publish nothing; print what would change, a line of JSON each")
    private boolean dryRun;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings that come before those that the service finds by itself")
    private @Nullable Path config;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "the broker, whatever the settings say")
    private @Nullable String brokers;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out;
    private final PrintStream err;

    ReparseCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        String hash = sha256 == null ? null : sha256.toLowerCase(Locale.ROOT);
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw wrong("--sha256: %s is no SHA-256 in hexadecimal".formatted(sha256));
        }
        var selection = new Selection(from, to, feed, hash);
        try {
            var feeds = Settings.read(config).feeds();
            try (ConfigurableApplicationContext parts = parts()) {
                Reparse reparse = parts.getBean(Reparse.class);
                Reparse.Listener listener = new Told();
                return told(
                        dryRun
                                ? reparse.dryRun(
                                        selection, id -> feeds.source(id).map(one -> one.feed(id)), listener)
                                : reparse.run(selection, id -> feeds.source(id).map(one -> one.feed(id)), listener));
            }
        } catch (Settings.Wrong e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (Unavailable e) {
            err.printf("reparse: %s; run it again, nothing is doubled%n", e.getMessage());
            return 1;
        }
    }

    private int told(Summary summary) {
        err.printf(
                "%d originals read, %d of them unreadable; %d items %s, %d left out for later ones of the same version, "
                        + "%d refused, %d that came meanwhile published once more%n",
                summary.read(),
                summary.unreadable(),
                summary.republished(),
                dryRun ? "would be published" : "published",
                summary.superseded(),
                summary.refused(),
                summary.caughtUp());
        return summary.unreadable() > 0 ? 1 : 0;
    }

    /** The broker's client and what reads messages, set up as in the service; nothing that takes messages in. */
    private ConfigurableApplicationContext parts() {
        var builder = new SpringApplicationBuilder(ReparseConfiguration.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Settings.properties(config))
                .properties("spring.kafka.admin.auto-create=false");
        return brokers == null
                ? builder.run("--logging.threshold.console=OFF")
                : builder.run("--logging.threshold.console=OFF", "--spring.kafka.bootstrap-servers=" + brokers);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }

    private final class Told implements Reparse.Listener {

        @Override
        public void progress(long passed) {
            if (passed % PROGRESS_EVERY == 0) {
                err.printf("%d originals passed, each is passed twice%n", passed);
            }
        }

        @Override
        public void unreadable(Original original, String reason) {
            err.printf(
                    "unreadable: %s of feed %s, received %s: %s%n",
                    original.sha256(), original.feed(), original.received(), Printable.of(reason));
        }

        @Override
        public void refused(Original original, String at, String reason) {
            err.printf(
                    "refused: %s of feed %s, at %s: %s%n",
                    original.sha256(), original.feed(), Printable.of(at), Printable.of(reason));
        }

        @Override
        public void change(Original original, Change change) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("change", change.kind().name().toLowerCase(Locale.ROOT));
            line.put("id", change.id());
            line.put("version", change.version());
            line.put("feed", original.feed());
            line.put("sha256", original.sha256());
            line.put("fields", change.fields());
            out.println(new String(MessageJson.write(line), StandardCharsets.UTF_8));
        }
    }
}
