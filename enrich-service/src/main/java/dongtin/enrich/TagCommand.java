package dongtin.enrich;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Tags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/**
 * Tags files without Kafka: JSON lines {@code {"id","text"}} in, maybe with the article's {@code "date"}, the same with people, titles and documents out, in the same order, UTF-8 whatever
 * the locale. A bad line is reported with its number and left out; the run goes on and ends with status 1.
 */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description =
                "Tags people and documents in JSON lines {\"id\",\"text\",\"date\"} from files or standard input; the"
                        + " article's date, by which short forms are looked up, may be left out.")
public final class TagCommand implements Callable<Integer> {

    /** How many lines a thread may be ahead of the output. */
    private static final int AHEAD = 64;

    private record Pending(String source, long line, Future<String> tagged) {}

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many threads tag (default: 1).")
    private int threads = 1;

    @Parameters(paramLabel = "FILE", description = "Files of JSON lines; standard input if none is given.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream input;
    private final TaggedLine tagged = new TaggedLine();
    private boolean failed;

    /** Reads {@code input} where no file is named. */
    public TagCommand(InputStream input) {
        this.input = input;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new TagCommand(System.in))
                .setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new CommandLine.ParameterException(commandLine(), "--threads must be at least 1");
        }
        Tagger tagger = new Tagger(KnowledgeFiles.packaged());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            if (files.isEmpty()) {
                tagAll(input, "standard input", tagger, pool);
            }
            for (Path file : files) {
                tagFile(file, tagger, pool);
            }
        }
        commandLine().getOut().flush();
        return failed ? 1 : 0;
    }

    private void tagFile(Path file, Tagger tagger, ExecutorService pool) throws InterruptedException {
        try (InputStream content = Files.newInputStream(file)) {
            tagAll(content, file.toString(), tagger, pool);
        } catch (IOException e) {
            report(file + ": cannot be read: " + e);
        }
    }

    private void tagAll(InputStream content, String source, Tagger tagger, ExecutorService pool)
            throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        Queue<Pending> pending = new ArrayDeque<>();
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                String json = line;
                pending.add(new Pending(source, number, pool.submit(() -> tag(json, tagger))));
            }
            if (pending.size() >= AHEAD * threads) {
                print(pending.remove());
            }
        }
        while (!pending.isEmpty()) {
            print(pending.remove());
        }
    }

    private String tag(String json, Tagger tagger) {
        TaggedLine.Article article = tagged.read(json);
        Tags tags = tagger.tag(article.text(), article.date());
        return tagged.write(article, tags);
    }

    private void print(Pending line) throws InterruptedException {
        try {
            commandLine().getOut().print(line.tagged().get() + "\n");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (!(cause instanceof JacksonException) && !(cause instanceof IllegalArgumentException)) {
                throw new IllegalStateException(line.source() + ":" + line.line(), cause);
            }
            String reason = cause instanceof JacksonException bad ? bad.getOriginalMessage() : cause.getMessage();
            report(line.source() + ":" + line.line() + ": " + reason);
        }
    }

    private void report(String problem) {
        failed = true;
        commandLine().getErr().println(problem);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("run through picocli");
        }
        return spec.commandLine();
    }
}
