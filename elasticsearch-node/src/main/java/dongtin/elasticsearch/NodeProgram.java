package dongtin.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The node's program, a resource of this module, and its place on disk: one directory per content, unpacked at most once. */
final class NodeProgram {

    private static final String ARCHIVE = "/elasticsearch-home.zip";
    private static final String PREFIX = "elasticsearch-";

    private NodeProgram() {}

    /** The directory below {@code home} that holds the program; unpacks it first if it is not there yet. */
    static Path unpackedBelow(Path home) throws IOException {
        Path place = home.resolve(PREFIX + stamp());
        if (Files.isDirectory(place)) {
            return place;
        }
        Files.createDirectories(home);
        Path unfinished = Files.createTempDirectory(home, "unpacking-");
        try (var archive = new ZipInputStream(resource(ARCHIVE))) {
            unpack(archive, unfinished);
        }
        rename(unfinished, place);
        deleteOthers(home, place);
        return place;
    }

    private static String stamp() throws IOException {
        try (InputStream checksum = resource(ARCHIVE + ".sha256")) {
            return new String(checksum.readAllBytes(), UTF_8).strip().substring(0, 16);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream resource = NodeProgram.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IOException("no resource " + name + ": elasticsearch-node was not built through process-classes");
        }
        return resource;
    }

    private static void unpack(ZipInputStream archive, Path directory) throws IOException {
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path file = directory.resolve(entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(archive, file);
            }
        }
    }

    private static void rename(Path unfinished, Path place) throws IOException {
        try {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            // Another process was faster with the same content.
            delete(unfinished);
        }
    }

    private static void deleteOthers(Path home, Path place) throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(home)) {
            others = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .filter(child -> !child.equals(place))
                    .toList();
        }
        for (Path other : others) {
            delete(other);
        }
    }

    static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
