package dongtin.ingest.sftp;

import dongtin.ingest.feed.SftpSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.PickUp;
import dongtin.ingest.landing.Reception;
import dongtin.ingest.landing.Settled;
import dongtin.ingest.landing.Settled.Snapshot;
import dongtin.ingest.landing.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** Takes the files in a server's directory, the oldest first. */
final class SftpLanding implements Landing {

    private static final Comparator<Snapshot> OLDEST_FIRST =
            Comparator.comparingLong(Snapshot::modified).thenComparing(Snapshot::name);

    private final Feed feed;
    private final SftpSettings settings;
    private final SftpServer server;
    private final Left left;
    private final Settled<DirEntry> settled;
    private final PickUp pickUp;

    SftpLanding(Feed feed, SftpSettings settings, Reception reception) {
        this.feed = feed;
        this.settings = settings;
        this.server = new SftpServer(feed.id(), settings);
        this.left = new Left(feed.id());
        this.settled = new Settled<>(settings.settledAfter(), RemoteFolder::snapshot, System::nanoTime);
        this.pickUp = new PickUp(feed, reception, settled, left);
    }

    @Override
    public String feed() {
        return feed.id();
    }

    @Override
    public String transport() {
        return "sftp";
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public Map<String, String> left() {
        return left.shown();
    }

    @Override
    public void round(BooleanSupplier stopping) throws Trouble {
        server.with(client -> {
            round(client, stopping);
            return true;
        });
    }

    private void round(SftpClient client, BooleanSupplier stopping) throws IOException {
        var folder = new RemoteFolder(client, settings);
        folder.open();
        Set<String> names = new HashSet<>();
        List<DirEntry> files = folder.list(left, names);
        left.retain(names);
        pickUp.retain(names);
        settled.newRound();
        List<Snapshot> ready = settled.filterFiles(files.toArray(DirEntry[]::new)).stream()
                .map(RemoteFolder::snapshot)
                .sorted(OLDEST_FIRST)
                .toList();
        for (Snapshot file : ready) {
            if (stopping.getAsBoolean()) {
                return;
            }
            pickUp.take(file.name(), folder);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
