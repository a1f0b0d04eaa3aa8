package dongtin.ingest.folder;

import dongtin.ingest.feed.FolderSettings;
import dongtin.ingest.landing.FileNames;
import dongtin.ingest.landing.Place;
import dongtin.ingest.landing.Receipt;
import dongtin.ingest.landing.Settled.Snapshot;
import dongtin.ingest.landing.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A feed's folder, with {@code done/} and {@code rejected/} in it. For one thread. */
final class Folder implements Place {

    static final String DONE = "done";
    private static final String REJECTED = "rejected";

    /** Folders in it that are ours, not the sender's. */
    static final Set<String> OWN = Set.of(DONE, REJECTED);

    private final Path directory;
    private final String key;

    /** The folder itself, if a link leads to it. */
    private Path root;

    Folder(String feed, FolderSettings settings) {
        this.directory = settings.directory().toAbsolutePath().normalize();
        this.root = directory;
        this.key = "dongtin.ingest.feeds.%s.folder.directory".formatted(feed);
    }

    Path root() {
        return root;
    }

    /** Makes sure that it can be read and written. */
    void open() throws Trouble {
        check();
        try {
            for (String own : OWN) {
                Files.createDirectories(root.resolve(own));
            }
        } catch (IOException e) {
            throw new Trouble("%s: in %s, no %s/ and %s/ can be made".formatted(key, root, DONE, REJECTED), e);
        }
        for (String own : OWN) {
            usable(root.resolve(own));
        }
    }

    /** The same, but changes nothing. */
    void check() throws Trouble {
        try {
            root = directory.toRealPath();
        } catch (IOException e) {
            throw new Trouble("%s: there is no %s".formatted(key, directory), e);
        }
        usable(root);
        for (String own : OWN) {
            if (Files.exists(root.resolve(own))) {
                usable(root.resolve(own));
            }
        }
    }

    private void usable(Path directory) throws Trouble {
        if (!Files.isDirectory(directory)) {
            throw new Trouble("%s: %s is no folder".formatted(key, directory));
        }
        if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
            throw new Trouble("%s: %s can not be read by this user".formatted(key, directory));
        }
        if (!Files.isWritable(directory)) {
            throw new Trouble("%s: files in %s can not be moved by this user".formatted(key, directory));
        }
    }

    /** The trouble of a folder that could be opened, but not listed. */
    Trouble unlistable(Exception cause) {
        return new Trouble("%s: %s can not be listed".formatted(key, root), cause);
    }

    /** A file's name in the folder: its path below it. */
    String name(Path file) {
        return root.relativize(file).toString();
    }

    /** A file of the folder. */
    Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public Snapshot snapshot(String name) throws IOException {
        var attributes = Files.readAttributes(file(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(name, null, "it is no file any more");
        }
        return new Snapshot(
                name, attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        } catch (ClosedByInterruptException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw aboutFile(name, e);
        }
    }

    /** The reason goes first, where there is one: no file ever lies there without it. Names that are taken are kept. */
    @Override
    public void put(String name, Receipt receipt) throws IOException {
        Path target = root.resolve(receipt.published() ? DONE : REJECTED).resolve(name);
        Files.createDirectories(target.resolveSibling(""));
        int attempt = 1;
        while (!put(
                name,
                target.resolveSibling(FileNames.attempt(target.getFileName().toString(), attempt)),
                receipt)) {
            attempt++;
        }
    }

    private boolean put(String name, Path target, Receipt receipt) throws IOException {
        Path reason =
                target.resolveSibling(FileNames.reason(target.getFileName().toString()));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || Files.exists(reason, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            if (receipt.hasRefusals()) {
                Files.writeString(reason, receipt.reasons(name), StandardOpenOption.CREATE_NEW);
            }
            Files.move(file(name), target);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // somebody else put one there just now
        } catch (ClosedByInterruptException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw aboutFile(name, e);
        }
    }

    private static FileSystemException aboutFile(String name, IOException cause) {
        var about = new FileSystemException(name, null, cause.toString());
        about.initCause(cause);
        return about;
    }
}
