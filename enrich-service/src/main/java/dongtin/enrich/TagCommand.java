package dongtin.enrich;

import dongtin.enrich.knowledge.BadKnowledgeException;
import dongtin.enrich.knowledge.KnowledgeFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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

/**
 * Tags files without Kafka: JSON lines {@code {"id","text"}}, maybe with {@code "date"}, in, the same with people, titles and documents out, in the same order, UTF-8 whatever
 * the locale. A bad line is reported with its number and left out; the run goes on and ends with status 1.
 */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = {
            "Tags people and documents in JSON lines {\"id\",\"text\"}, plain or gzipped, from files or standard input.",
            "A line may give the article's \"date\", by which short forms are looked up in the register.",
            "A bad line is reported with its number and left out; the exit status is then 1."
        })
public final class TagCommand implements Callable<Integer> {

    /** How many parcels of lines a thread may be ahead of the output. */
    private static final int AHEAD = 4;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many threads tag (default: 1).")
    private int threads = 1;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Say on standard error how far it is (default: where that is a terminal).")
    private @Nullable Boolean progress;

    @Option(
            names = "--knowledge",
            paramLabel = "DIR",
            description = "A newsroom's own knowledge files, laid over the packaged ones of the same name.")
    private @Nullable Path knowledge;

    @Parameters(paramLabel = "FILE", description = "Files of JSON lines; standard input if none is given.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream input;
    private final OutputStream output;
    private final TaggedLine form = new TaggedLine();
    private boolean failed;

    /** Reads {@code input} where no file is named; closes neither. */
    public TagCommand(InputStream input, OutputStream output) {
        this.input = input;
        this.output = new BufferedOutputStream(output, 1 << 16);
    }

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new TagCommand(System.in, System.out))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new CommandLine.ParameterException(commandLine(), "--threads must be at least 1");
        }
        boolean watched = progress == null ? TagProgress.isTerminal() : progress;
        var progressed = new TagProgress(commandLine().getErr(), watched);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Future<Tagger> loading = pool.submit(this::tagger);
            form.rehearse(); // JSON gets ready while the knowledge is read, which takes as long
            var run = new Run(loaded(loading), pool, progressed);
            if (files.isEmpty()) {
                tagStream(input, "standard input", run);
            }
            for (Path file : files) {
                tagFile(file, run);
            }
        }
        progressed.end();
        output.flush();
        return failed ? 1 : 0;
    }

    private static Tagger loaded(Future<Tagger> loading) throws InterruptedException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandLine.ParameterException bad) {
                throw bad;
            }
            throw new IllegalStateException("the knowledge cannot be loaded", e.getCause());
        }
    }

    private Tagger tagger() {
        try {
            return new Tagger(KnowledgeFiles.packagedUnder(knowledge));
        } catch (BadKnowledgeException e) {
            throw new CommandLine.ParameterException(commandLine(), e.getMessage(), e);
        }
    }

    /** What all sources of one run share. */
    private record Run(Tagger tagger, ExecutorService pool, TagProgress progress) {}

    private void tagFile(Path file, Run run) throws InterruptedException {
        try (InputStream content = Files.newInputStream(file)) {
            tagStream(content, file.toString(), run);
        } catch (IOException e) {
            report(file + ": cannot be read: " + e);
        }
    }

    private void tagStream(InputStream content, String source, Run run) throws InterruptedException {
        Queue<Future<TaggedLines.Answer>> pending = new ArrayDeque<>();
        TaggedLines parcel = new TaggedLines(source);
        try {
            var lines = new ByteLines(content);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (!isBlank(line)) {
                    parcel.add(lines.number(), line);
                }
                if (parcel.full()) {
                    pending.add(submit(parcel, run));
                    parcel = new TaggedLines(source);
                }
                if (pending.size() > AHEAD * threads) {
                    print(pending.remove(), run);
                }
            }
        } catch (IOException e) {
            report(source + ": cannot be read to its end: " + e);
        }
        pending.add(submit(parcel, run)); // what was read before a failure is tagged all the same
        while (!pending.isEmpty()) {
            print(pending.remove(), run);
        }
    }

    private Future<TaggedLines.Answer> submit(TaggedLines parcel, Run run) {
        return run.pool().submit(() -> parcel.tag(form, run.tagger()));
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b > ' ' || b < 0) {
                return false;
            }
        }
        return true;
    }

    private void print(Future<TaggedLines.Answer> tagged, Run run) throws InterruptedException {
        TaggedLines.Answer answer;
        try {
            answer = tagged.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault of the tagger", e.getCause());
        }
        try {
            answer.lines().writeTo(output);
        } catch (IOException e) {
            throw new UncheckedIOException("nobody takes the output", e);
        }
        answer.problems().forEach(this::report);
        run.progress().add(answer.articles());
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
