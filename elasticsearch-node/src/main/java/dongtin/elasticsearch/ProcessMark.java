package dongtin.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A file that says which process runs on a data directory, so that a node whose parent was killed is found and waited for. */
record ProcessMark(Path file) {

    // The kernel's clock of process starts and the wall clock may drift apart by a second or two.
    private static final Duration DRIFT = Duration.ofSeconds(5);

    static ProcessMark in(Path data) {
        return new ProcessMark(data.resolve("node.pid"));
    }

    void write(ProcessHandle process) throws IOException {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Files.writeString(file, process.pid() + " " + started.toEpochMilli() + System.lineSeparator());
    }

    /** The marked process, if it still runs; a process that merely has its number today is not it. */
    Optional<ProcessHandle> running() throws IOException {
        String[] mark;
        try {
            mark = Files.readString(file).strip().split(" ", -1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (mark.length != 2 || !mark[0].matches("\\d{1,18}") || !mark[1].matches("\\d{1,18}")) {
            // Torn by a power cut.
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
