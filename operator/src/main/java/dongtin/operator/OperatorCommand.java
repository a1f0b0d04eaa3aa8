package dongtin.operator;

import dongtin.operator.console.ExitStatus;
import dongtin.operator.console.Trouble;
import dongtin.operator.dead.DeadCommand;
import dongtin.operator.drift.DriftCommand;
import dongtin.operator.replay.ReplayCommand;
import dongtin.operator.topics.TopicsCommand;
import dongtin.operator.trace.TraceCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "operator",
        mixinStandardHelpOptions = true,
        versionProvider = OperatorVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows what is on the topics and in the index, finds what is stuck, and sends it again.",
        footer = {
            "",
            "What is found is on standard output, all else on standard error.",
            "Exit status: 0 all is well or done; 1 something is not well; 2 it could not be done or told: wrong arguments,",
            "or the broker or Elasticsearch is away; the reason is on standard error.",
            "",
            "Examples:",
            "  operator topics                      what is on the topics, and who is behind",
            "  operator dead list                   what could not be taken further, and why",
            "  operator trace 9jDs7a4RdoZHJzIAtrNx  where an item has come to",
            "  operator drift                       what the index lacks",
            "  operator COMMAND --help              more, with examples"
        },
        subcommands = {
            TopicsCommand.class,
            DeadCommand.class,
            ReplayCommand.class,
            TraceCommand.class,
            DriftCommand.class,
        })
final class OperatorCommand {

    private static final int HELP_WIDTH = 120;

    private OperatorCommand() {}

    /** Runs the command and returns the exit status. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return new CommandLine(new OperatorCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((wrong, all) -> {
                    tell(wrong);
                    return ExitStatus.TROUBLE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    tell(failure, command);
                    return ExitStatus.TROUBLE;
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

    private static void tell(Exception failure, CommandLine command) {
        command.getOut().flush();
        if (failure instanceof Trouble || failure instanceof KafkaException) {
            command.getErr().println(failure.getMessage());
        } else { // a fault of ours: the stack is for the report
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
    }
}
