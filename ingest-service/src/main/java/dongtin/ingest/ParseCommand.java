package dongtin.ingest;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.FileType;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files as a push would and prints their items; nothing is published. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        description = {
            "Prints the items of messages in files, a line of JSON each; what is refused is a line with 'error'.",
            "The exit status is 1 if anything was refused."
        })
final class ParseCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "messages, of the format that their content shows")
    private List<Path> files = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "the Content-Type, whatever names and content say")
    private @Nullable String type;

    @Option(
            names = "--feed",
            paramLabel = "ID",
            description = "a feed of ingest-service.yml whose provider, zone and language are taken")
    private @Nullable String feedId;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings that come before those that the service finds by itself")
    private @Nullable Path config;

    @Option(names = "--provider", paramLabel = "NAME", description = "whose items these are (local)")
    private @Nullable String provider;

    @Option(names = "--zone", paramLabel = "ZONE", description = "the zone of times that state none (Asia/Ho_Chi_Minh)")
    private @Nullable ZoneId zone;

    @Option(names = "--language", paramLabel = "TAG", description = "the language of items that state none")
    private @Nullable String language;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out;
    private final Formats formats = new Formats();
    private boolean refused;

    ParseCommand(PrintStream out) {
        this.out = out;
    }

    /** Runs the command on the arguments after its name. */
    static int run(String[] args, PrintStream out) {
        return new CommandLine(new ParseCommand(out)).execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() {
        Feed feed = feed();
        files.forEach(file -> print(file, feed));
        return refused ? 1 : 0;
    }

    /** What the options say; else what the feed's settings say. */
    private Feed feed() {
        Feed base = feedId == null ? new Feed("parse", "local", ZoneId.of("Asia/Ho_Chi_Minh"), null) : known(feedId);
        return new Feed(
                base.id(),
                provider != null ? provider : base.provider(),
                zone != null ? zone : base.zone(),
                language != null ? language : base.language());
    }

    private Feed known(String id) {
        try {
            return Settings.read(config)
                    .feeds()
                    .source(id)
                    .map(source -> source.feed(id))
                    .orElseThrow(() -> wrong("no feed " + id + " in dongtin.ingest.feeds"));
        } catch (Settings.Wrong e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }

    private void print(Path file, Feed feed) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            refuse(file, "", "can not be read: " + e);
            return;
        }
        List<Reading> readings = null;
        for (String declared : type != null ? List.of(type) : types(file)) {
            Optional<List<Reading>> read = formats.read(new WireMessage(feed, declared, bytes, Instant.now()));
            if (read.isPresent() && (readings == null || !malformed(read.get()))) {
                readings = read.get();
            }
            if (readings != null && !malformed(readings)) {
                break;
            }
        }
        if (readings == null) {
            refuse(file, "", "no format claims it; these are read: " + formats.names());
            return;
        }
        readings.forEach(reading -> print(file, reading));
    }

    private static boolean malformed(List<Reading> readings) {
        return readings.stream().anyMatch(Reading.Malformed.class::isInstance);
    }

    /** What the name's ending says, then what the content says, then plain text: the first that can be read holds. */
    private static List<String> types(Path file) {
        return List.of(FileType.of(file.getFileName().toString()), FileType.BY_CONTENT, "text/plain");
    }

    private void print(Path file, Reading reading) {
        switch (reading) {
            case Reading.Item one -> line(one.item());
            case Reading.Refused one -> refuse(file, one.at(), one.reason());
            case Reading.Excessive all -> refuse(file, all.at(), all.reason());
            case Reading.Malformed all -> refuse(file, all.at(), all.reason());
        }
    }

    private void refuse(Path file, String at, String reason) {
        refused = true;
        Map<String, String> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("at", at);
        line.put("error", reason);
        line(line);
    }

    private void line(Object value) {
        out.println(new String(MessageJson.write(value), StandardCharsets.UTF_8));
    }
}
