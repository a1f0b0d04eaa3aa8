package dongtin.ingest.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all instances but one out of a folder that several share. The operating system holds the lock and lets go of it
 * when the instance ends, however it ends, and then another one has its turn. For one thread.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".dongtin-lock";

    private final Path file;
    private @Nullable FileChannel channel;
    private @Nullable Object locked;

    FolderLock(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** Whether it is this instance's turn. */
    boolean held() throws IOException {
        if (channel != null && locked != null && locked.equals(key())) {
            return true;
        }
        close(); // the folder was taken away meanwhile, and another one is in its place
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                locked = key();
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // another instance in this JVM has it
        }
        close();
        return false;
    }

    private @Nullable Object key() throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    @Override
    public void close() throws IOException {
        locked = null;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
