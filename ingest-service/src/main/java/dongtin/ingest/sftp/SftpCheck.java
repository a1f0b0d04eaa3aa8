package dongtin.ingest.sftp;

import dongtin.ingest.feed.SftpSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.FileType;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.Settled.Snapshot;
import dongtin.ingest.landing.Sighting;
import dongtin.ingest.landing.Sighting.Named;
import dongtin.ingest.landing.Trouble;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** Looks at a feed's directory on its server, and changes nothing there. */
public final class SftpCheck {

    private SftpCheck() {}

    /**
     * What is in the directory.
     *
     * @param largest the size of the largest message that is read, in bytes
     */
    public static Sighting look(Feed feed, SftpSettings settings, int largest) throws Trouble {
        try (var server = new SftpServer(feed.id(), settings)) {
            return server.with(client -> look(client, feed, settings, largest));
        }
    }

    private static Sighting look(SftpClient client, Feed feed, SftpSettings settings, int largest) throws IOException {
        var folder = new RemoteFolder(client, settings);
        var left = Left.quiet();
        List<DirEntry> waiting = folder.list(left, new HashSet<>());
        Optional<Snapshot> newest = newest("", waiting);
        if (newest.isEmpty() && !settings.remove()) {
            newest = newest(settings.done() + "/", folder.listDone());
        }
        var problems = new ArrayList<String>();
        left.shown().forEach((name, reason) -> problems.add(name + ": " + reason));
        var read = new ArrayList<Named>();
        if (newest.isPresent()) {
            Snapshot file = newest.get();
            byte[] bytes = folder.read(file.name(), largest + 1);
            if (bytes.length > largest) {
                problems.add("%s: a message has %d bytes at most".formatted(file.name(), largest));
            } else {
                var received = Instant.ofEpochMilli(file.modified());
                read.add(new Named(file.name(), new WireMessage(feed, FileType.of(file.name()), bytes, received)));
            }
        }
        return new Sighting(waiting.size(), read, problems);
    }

    private static Optional<Snapshot> newest(String prefix, List<DirEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.getFilename().endsWith(".reason.txt"))
                .map(RemoteFolder::snapshot)
                .max(Comparator.comparingLong(Snapshot::modified).thenComparing(Snapshot::name))
                .map(file -> new Snapshot(prefix + file.name(), file.size(), file.modified()));
    }
}
