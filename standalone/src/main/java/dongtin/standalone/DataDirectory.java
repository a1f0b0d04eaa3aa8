package dongtin.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory that everything kept between starts is in, for one process at a time: the operating system's lock, which ends with it. */
record DataDirectory(Path path, FileChannel lock) implements AutoCloseable {

    /**
     * Takes the directory, and makes it if need be.
     *
     * @throws StartFailure if another process has it
     */
    static DataDirectory taken(Path path) {
        Path file = path.resolve("standalone.lock");
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new StartFailure(
                        "The data directory %s is in use by another standalone, process %s.%n  Stop that one, or choose another directory: --dongtin.standalone.data=DIRECTORY"
                                .formatted(path, Files.readString(file).strip()));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + System.lineSeparator()).getBytes(UTF_8)), 0);
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new StartFailure("The data directory %s cannot be used: %s".formatted(path, e), e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Taken by this very process.
            return null;
        }
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path elasticsearch() {
        return path.resolve("elasticsearch");
    }

    /** Where Elasticsearch's program is unpacked. */
    Path programs() {
        return path.resolve("programs");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StartFailure("cannot let go of the data directory " + path, e);
        }
    }
}
