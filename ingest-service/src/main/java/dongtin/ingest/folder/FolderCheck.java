package dongtin.ingest.folder;

import dongtin.ingest.feed.FolderSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.FileType;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.Sighting;
import dongtin.ingest.landing.Sighting.Named;
import dongtin.ingest.landing.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at a feed's folder, and changes nothing in it. */
public final class FolderCheck {

    private FolderCheck() {}

    /**
     * What is in the folder.
     *
     * @param largest the size of the largest message that is read, in bytes
     */
    public static Sighting look(Feed feed, FolderSettings settings, int largest) throws Trouble {
        var folder = new Folder(feed.id(), settings);
        folder.check();
        var left = Left.quiet();
        try {
            List<Path> waiting = list(folder.root(), settings.subfolders(), left);
            Path done = folder.root().resolve(Folder.DONE);
            Optional<Path> newest = newest(waiting);
            if (newest.isEmpty() && Files.isDirectory(done)) {
                newest = newest(list(done, true, Left.quiet()));
            }
            var problems = new ArrayList<String>();
            left.shown().forEach((name, reason) -> problems.add(name + ": " + reason));
            var read = new ArrayList<Named>();
            if (newest.isPresent()) {
                read(folder, newest.get(), feed, largest, read, problems);
            }
            return new Sighting(waiting.size(), read, problems);
        } catch (IOException | UncheckedIOException e) {
            throw folder.unlistable(e);
        }
    }

    private static List<Path> list(Path directory, boolean subfolders, Left left) {
        return new FolderScanner(subfolders, left, present -> {}).list(directory);
    }

    private static Optional<Path> newest(List<Path> files) throws IOException {
        record Dated(Path file, FileTime time) {}
        var dated = new ArrayList<Dated>();
        for (Path file : files) {
            if (!file.toString().endsWith(".reason.txt")) {
                dated.add(new Dated(file, Files.getLastModifiedTime(file)));
            }
        }
        return dated.stream()
                .max(Comparator.comparing(Dated::time).thenComparing(Dated::file))
                .map(Dated::file);
    }

    private static void read(Folder folder, Path file, Feed feed, int largest, List<Named> read, List<String> problems)
            throws IOException {
        String name = folder.name(file);
        byte[] bytes = folder.read(name, largest + 1);
        if (bytes.length > largest) {
            problems.add("%s: a message has %d bytes at most".formatted(name, largest));
            return;
        }
        var received = Files.getLastModifiedTime(file).toInstant();
        read.add(new Named(name, new WireMessage(feed, FileType.of(name), bytes, received)));
    }
}
