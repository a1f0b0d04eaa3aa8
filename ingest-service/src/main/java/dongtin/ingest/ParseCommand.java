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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files as a push would and prints their items; nothing is published. */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the items of messages in files, a line of JSON each; what is refused is a line with 'error'.",
            "The exit status is 1 if anything was refused."
        })
final class ParseCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "messages; the name's ending tells the type")
    private List<Path> files = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "the Content-Type, whatever the names say")
    private @Nullable String type;

    @Option(names = "--provider", defaultValue = "local", description = "whose items these are (${DEFAULT-VALUE})")
    private String provider = "local";

    @Option(
            names = "--zone",
            defaultValue = "Asia/Ho_Chi_Minh",
            description = "the zone of times that state none (${DEFAULT-VALUE})")
    private ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private boolean refused;

    /** Runs the command on the arguments after its name. */
    static int run(String[] args) {
        return new CommandLine(new ParseCommand()).execute(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public Integer call() {
        files.forEach(this::print);
        return refused ? 1 : 0;
    }

    private void print(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            refuse(file, "", "can not be read: " + e);
            return;
        }
        String declared = type != null ? type : FileType.of(file.getFileName().toString(), bytes);
        var message = new WireMessage(new Feed("parse", provider, zone, null), declared, bytes, Instant.now());
        var formats = new Formats();
        formats.read(message)
                .ifPresentOrElse(
                        readings -> readings.forEach(reading -> print(file, reading)),
                        () -> refuse(
                                file, "", "no format for %s; these are read: %s".formatted(declared, formats.names())));
    }

    private void print(Path file, Reading reading) {
        switch (reading) {
            case Reading.Item one -> line(one.item());
            case Reading.Refused one -> refuse(file, one.at(), one.reason());
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
