package dongtin.ingest;

import picocli.CommandLine.Command;

/** What concerns the feeds of the settings. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after the feeds of the settings.")
final class FeedsCommand {}
