package dongtin.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A file that says which process runs on a data directory, and for whom, so that a node whose parent was killed is found. */
record ProcessMark(Path file) {

    // The kernel's clock of process starts and the wall clock may drift apart by a second or two.
    private static final Duration DRIFT = Duration.ofSeconds(5);

    static ProcessMark in(Path data) {
        return new ProcessMark(data.resolve("node.pid"));
    }

    void write(ProcessHandle node) throws IOException {
        Files.write(file, List.of(line(node), line(ProcessHandle.current())));
    }

    /** The node, if it still runs. */
    Optional<ProcessHandle> node() throws IOException {
        return running(0);
    }

    /** The process that started the node, if it still runs. */
    Optional<ProcessHandle> parent() throws IOException {
        return running(1);
    }

    private Optional<ProcessHandle> running(int line) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > line ? running(lines.get(line)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String line(ProcessHandle process) {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        return process.pid() + " " + started.toEpochMilli();
    }

    // A process that merely has the number today is not it; a line torn by a power cut names none.
    private static Optional<ProcessHandle> running(String line) {
        String[] mark = line.split(" ", -1);
        if (mark.length != 2 || !mark[0].matches("\\d{1,18}") || !mark[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(mark[1]));
        return ProcessHandle.of(Long.parseLong(mark[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(instant -> Duration.between(started, instant).abs().compareTo(DRIFT) < 0)
                        .orElse(false));
    }
}
