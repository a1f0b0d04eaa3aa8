package dongtin.ingest.folder;

import dongtin.ingest.landing.FileNames;
import dongtin.ingest.landing.Left;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.file.DefaultDirectoryScanner;

/**
 * Lists the files of a folder that are there to be taken. Links are not followed; what is no file is left, and a folder
 * below that can not be read costs the others nothing. Tells the names of all that it saw. For one thread.
 */
final class FolderScanner extends DefaultDirectoryScanner {

    private final boolean subfolders;
    private final Left left;
    private final Consumer<Set<String>> present;

    FolderScanner(boolean subfolders, Left left, Consumer<Set<String>> present) {
        this.subfolders = subfolders;
        this.left = left;
        this.present = present;
    }

    @Override
    protected File[] listEligibleFiles(File directory) {
        return list(directory.toPath()).stream().map(Path::toFile).toArray(File[]::new);
    }

    /** The files to be taken, unordered. */
    List<Path> list(Path root) {
        var walk = new Walk(root);
        try {
            Files.walkFileTree(root, Set.of(), subfolders ? Integer.MAX_VALUE : 1, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.retain(walk.names);
        present.accept(walk.names);
        return walk.files;
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(root) || !ignored(directory)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (ignored(file)) {
                return FileVisitResult.CONTINUE;
            }
            String name = root.relativize(file).toString();
            names.add(name);
            String reason = odd(file, attributes);
            if (reason == null) {
                files.add(file);
            } else {
                left.leave(name, reason);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            String name = root.relativize(file).toString();
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                names.add(name);
                left.leave(name, "it can not be read: " + failure);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean ignored(Path path) {
            String name = path.getFileName().toString();
            return FileNames.unfinished(name) || (root.equals(path.getParent()) && Folder.OWN.contains(name));
        }

        private @Nullable String odd(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return "it is a link, and links are not followed";
            }
            if (attributes.isDirectory()) {
                return "it is a folder, and subfolders is false";
            }
            if (!attributes.isRegularFile()) {
                return "it is neither a file nor a folder";
            }
            // Java reads file names by the locale's charset, and a name it can not read is a file it can not find
            // again.
            return file.toFile().toPath().equals(file)
                    ? null
                    : "its name can not be read in this locale: start the service with LC_ALL=C.UTF-8";
        }
    }
}
