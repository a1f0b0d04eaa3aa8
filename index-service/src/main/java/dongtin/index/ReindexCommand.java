package dongtin.index;

import dongtin.index.reindex.Reindex;
import dongtin.index.reindex.Unfinished;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills a new generation of the index from the topic while the old one serves, then lets the new one serve. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a new generation of the index from wire.enriched.v1, with this version's mapping, while the old one serves,"
                    + " and then moves the aliases to it at once. The index-service may go on running; one of an older version"
                    + " then waits, and loses nothing, until it is replaced by this one.",
            "May be killed and repeated at any time: it begins anew, and the old generation goes on serving.",
            "",
            "Exit status: 0 the new generation serves; 1 the old one still does, the reason is on standard error."
        })
final class ReindexCommand implements Callable<Integer> {

    @Option(names = "--delete-old", description = "Delete the old generation when the new one serves.")
    private boolean deleteOld;

    @Option(
            names = "--leave-behind",
            description =
                    "Go on even if the old generation has stories that the new one lacks: the topic does not hold them"
                            + " any more, or the new mapping refuses them.")
    private boolean leaveBehind;

    @Parameters(
            paramLabel = "--SETTING=VALUE",
            description = "Settings of index-service.yml, such as --spring.kafka.bootstrap-servers=broker:9092 and"
                    + " --spring.elasticsearch.uris=http://node:9200.")
    private List<String> settings = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private ReindexCommand() {}

    /** Runs the command on the arguments after its name, and gives the exit status. */
    static int run(String... arguments) {
        return new CommandLine(new ReindexCommand())
                .setUnmatchedOptionsArePositionalParams(true)
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter progress = commandLine().getErr();
        for (String setting : settings) {
            if (!setting.matches("--[\\w.\\-\\[\\]]+=.*+")) {
                throw new CommandLine.ParameterException(commandLine(), "neither an option nor a setting: " + setting);
            }
        }
        try (var application = new SpringApplicationBuilder(IndexApplication.class)
                .properties("spring.config.name=index-service")
                .profiles("reindex")
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false) // Elasticsearch is needed until the work has ended
                .run(settings.toArray(String[]::new))) {
            application.getBean(Reindex.class).run(new Reindex.Wishes(deleteOld, leaveBehind), progress);
            return 0;
        } catch (Unfinished | IOException | KafkaException e) {
            progress.println("reindex: not done, the generation that served before still does: " + e.getMessage());
            return 1;
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("run through picocli");
        }
        return spec.commandLine();
    }
}
