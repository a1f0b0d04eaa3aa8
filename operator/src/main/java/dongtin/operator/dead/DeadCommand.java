package dongtin.operator.dead;

import picocli.CommandLine.Command;

/** What concerns dead letters. */
@Command(
        name = "dead",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists and shows dead letters, sends them back, puts them aside.",
            "They are the messages on wire.raw.v1-dlt and wire.enriched.v1-dlt, which could not be taken further. What is done with them is kept on the topic operator.dead.v1; nothing is deleted."
        },
        subcommands = {
            DeadListCommand.class,
            DeadShowCommand.class,
            DeadReplayCommand.class,
            DeadDiscardCommand.class,
        })
public final class DeadCommand {}
