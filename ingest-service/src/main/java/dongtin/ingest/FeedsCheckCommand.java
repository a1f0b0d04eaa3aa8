package dongtin.ingest;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.landing.Printable;
import dongtin.ingest.poll.FeedFetch;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the feeds of the settings, all at the same time, and tells of each how it is. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        description = {
            "Tries each way of each feed, and tells how it is.",
            "Whether it can be reached, whether its newest message can be read, what is newest there and how many wait.",
            "Publishes nothing, moves nothing, marks nothing as seen. The exit status is 1 if anything is wrong."
        })
final class FeedsCheckCommand implements Callable<Integer> {

    private static final int LONGEST_HEADLINE = 60;

    @Parameters(arity = "0..*", paramLabel = "FEED", description = "feeds to check; all where none is named")
    private List<String> names = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings that come before those that the service finds by itself")
    private @Nullable Path config;

    @Option(names = "--json", description = "print a line of JSON for each way of each feed")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream out;

    FeedsCheckCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException, IOException {
        List<CheckedWay> ways;
        try {
            ways = ways(Settings.read(config));
        } catch (Settings.Wrong e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (json) {
            ways.forEach(way -> out.println(new String(MessageJson.write(way), StandardCharsets.UTF_8)));
        } else {
            print(ways);
        }
        return ways.stream().anyMatch(CheckedWay::fails) ? 1 : 0;
    }

    private List<CheckedWay> ways(Settings settings) throws InterruptedException, ExecutionException, IOException {
        FeedProperties feeds = settings.feeds();
        Clock clock = Clock.systemUTC();
        try (var fetch = new FeedFetch(settings.fetch(), settings.intake(), clock);
                var threads = Executors.newCachedThreadPool()) {
            var checks = new FeedChecks(settings.intake(), fetch, clock);
            List<Future<List<CheckedWay>>> checked = new ArrayList<>();
            for (String name :
                    names.isEmpty() ? feeds.feeds().keySet().stream().sorted().toList() : names) {
                Source source = feeds.source(name).orElseThrow(() -> wrong("dongtin.ingest.feeds has no " + name));
                checked.add(threads.submit(() -> checks.check(name, source)));
            }
            var ways = new ArrayList<CheckedWay>();
            for (Future<List<CheckedWay>> one : checked) {
                ways.addAll(one.get());
            }
            return ways;
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec == null ? new CommandLine(this) : spec.commandLine(), message);
    }

    private void print(List<CheckedWay> ways) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("FEED", "BY", "REACHABLE", "PARSES", "WAITING", "NEWEST", "HEADLINE"));
        ways.forEach(way -> rows.add(row(way)));
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int of = column;
                int width = rows.stream()
                        .mapToInt(one -> one.get(of).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column)).repeat(' ', width - row.get(column).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
        ways.forEach(way ->
                way.problems().forEach(problem -> out.printf("%s, %s: %s%n", way.feed(), way.transport(), problem)));
    }

    private static List<String> row(CheckedWay way) {
        Instant time = way.newestTime();
        String headline = way.newest() == null ? "-" : Printable.of(way.newest());
        return List.of(
                way.feed(),
                way.transport(),
                said(way.reachable()),
                said(way.parses()),
                way.waiting() == null ? "-" : String.valueOf(way.waiting()),
                time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString(),
                headline.length() > LONGEST_HEADLINE ? headline.substring(0, LONGEST_HEADLINE - 1) + "…" : headline);
    }

    private static String said(@Nullable Boolean fact) {
        return fact == null ? "-" : fact ? "yes" : "NO";
    }
}
