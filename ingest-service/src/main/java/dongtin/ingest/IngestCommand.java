package dongtin.ingest;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside the service itself. */
@Command(
        name = "ingest-service",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Takes messages from feeds and publishes them as raw items.",
            "Without a command it starts the service, with settings as --server.port=8081; they are all in ingest-service.yml."
        })
final class IngestCommand {

    private static final Set<String> HELP = Set.of("--help", "--version");

    /** Whether the arguments are a command, and not settings to start the service with. */
    static boolean isMeant(String[] args) {
        return Arrays.stream(args).anyMatch(arg -> !arg.startsWith("--") || HELP.contains(arg));
    }

    /** Runs the command and returns the exit status: 2 where the arguments are wrong. */
    static int run(String[] args) {
        // Libraries' own words would stand between ours.
        LoggingSystem.get(IngestCommand.class.getClassLoader()).beforeInitialize();
        return run(args, utf8(System.out), utf8(System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        var feeds = new CommandLine(new FeedsCommand()).addSubcommand(new FeedsCheckCommand(out));
        return new CommandLine(new IngestCommand())
                .addSubcommand(new ParseCommand(out))
                .addSubcommand(feeds)
                .addSubcommand(new ReparseCommand(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, all) -> {
                    tell(wrong);
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args);
    }

    /** What is wrong and nothing else: the whole usage would bury it. */
    private static void tell(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .printf("%s --help tells more%n", command.getCommandSpec().qualifiedName());
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
