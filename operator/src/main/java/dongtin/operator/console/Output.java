package dongtin.operator.console;

import static java.util.Objects.requireNonNull;

import dongtin.message.MessageJson;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of how a command tells what it finds, and the telling. For one thread. */
public final class Output {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    @Option(names = "--json", description = "A line of JSON each instead of a table; times in UTC.")
    private boolean json;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times that are typed and shown (default: this machine's, ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.systemDefault();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Whether scripts read it. */
    public boolean json() {
        return json;
    }

    /** A line of JSON. */
    public void line(Object found) {
        out().println(new String(MessageJson.write(found), StandardCharsets.UTF_8));
    }

    /** A sentence beside what was found, on standard error: standard output is for what was found alone. */
    public void say(String sentence) {
        err().println(sentence);
        err().flush();
    }

    public PrintWriter out() {
        return commandLine().getOut();
    }

    /** Work that may take long; to be closed before anything else is told. */
    public Progress progress(String doing) {
        return new Progress(err(), atTerminal(), doing);
    }

    /** In the operator's zone, to the second. */
    public String shown(Instant time) {
        return SHOWN.format(time.atZone(zone));
    }

    /** In the operator's zone, to the millisecond. */
    public String exactly(Instant time) {
        return TO_THE_MILLISECOND.format(time.atZone(zone));
    }

    /** What an option says. */
    public Instant time(String option, String typed) {
        try {
            return PointInTime.parse(typed, zone, Instant.now());
        } catch (DateTimeException e) {
            throw wrong("%s: %s".formatted(option, e.getMessage()));
        }
    }

    /** An argument is wrong, and why. */
    public ParameterException wrong(String reason) {
        return new ParameterException(commandLine(), reason);
    }

    @SuppressWarnings("SystemConsoleNull") // in JDK 25 it is null again where there is no terminal
    private static boolean atTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return requireNonNull(spec).commandLine();
    }
}
