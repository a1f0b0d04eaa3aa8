package dongtin.ingest.folder;

import dongtin.ingest.feed.FolderSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.Left;
import dongtin.ingest.landing.PickUp;
import dongtin.ingest.landing.Reception;
import dongtin.ingest.landing.Settled;
import dongtin.ingest.landing.Settled.Snapshot;
import dongtin.ingest.landing.SpringIntegration;
import dongtin.ingest.landing.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.file.inbound.FileReadingMessageSource;
import org.springframework.messaging.Message;

/**
 * Takes the files that are dropped into a folder, the oldest first. A file is published, then moved: one that a kill finds
 * between the two is published again. What the broker did not take stays, and so do all files after it.
 */
final class FolderLanding implements Landing {

    private static final Logger log = LoggerFactory.getLogger(FolderLanding.class);

    private final Feed feed;
    private final FolderSettings settings;
    private final Folder folder;
    private final FolderLock lock;
    private final Left left;
    private final Settled<File> settled;
    private final PickUp pickUp;
    private final SpringIntegration integration;
    private @Nullable FileReadingMessageSource source;
    private boolean standingBy;

    FolderLanding(Feed feed, FolderSettings settings, Reception reception, SpringIntegration integration) {
        this.feed = feed;
        this.settings = settings;
        this.integration = integration;
        this.folder = new Folder(feed.id(), settings);
        this.lock = new FolderLock(settings.directory().toAbsolutePath());
        this.left = new Left(feed.id());
        this.settled = new Settled<>(
                settings.settledAfter(),
                file -> new Snapshot(folder.name(file.toPath()), file.length(), file.lastModified()),
                System::nanoTime);
        this.pickUp = new PickUp(feed, reception, settled, left);
    }

    @Override
    public String feed() {
        return feed.id();
    }

    @Override
    public String transport() {
        return "folder";
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
        folder.open();
        if (!ours()) {
            return;
        }
        settled.newRound();
        boolean whole = false;
        try {
            for (Path file = next(stopping); file != null; file = next(stopping)) {
                pickUp.take(folder.name(file), folder);
            }
            whole = true;
        } catch (IOException e) {
            throw folder.unlistable(e);
        } finally {
            if (!whole) {
                source = null; // what it still has in its queue is not to overtake the file that could not be taken
            }
        }
    }

    private boolean ours() throws Trouble {
        boolean ours;
        try {
            ours = lock.held();
        } catch (IOException e) {
            throw folder.unlistable(e);
        }
        if (ours == standingBy) {
            standingBy = !ours;
            log.atInfo()
                    .addKeyValue("feed", feed.id())
                    .log(
                            ours
                                    ? "takes the files of {} from now on"
                                    : "stands by: another instance takes the files of {}",
                            folder.root());
        }
        return ours;
    }

    private @Nullable Path next(BooleanSupplier stopping) throws Trouble {
        if (stopping.getAsBoolean()) {
            return null;
        }
        try {
            Message<File> next = source().receive();
            return next == null ? null : next.getPayload().toPath();
        } catch (RuntimeException e) {
            throw folder.unlistable(e);
        }
    }

    private FileReadingMessageSource source() throws IllegalStateException {
        if (source == null) {
            var scanner = new FolderScanner(settings.subfolders(), left, pickUp::retain);
            scanner.setFilter(settled);
            var made = new FileReadingMessageSource(
                    Comparator.comparingLong(File::lastModified).thenComparing(Comparator.naturalOrder()));
            made.setDirectory(folder.root().toFile());
            made.setAutoCreateDirectory(false);
            made.setScanner(scanner);
            source = integration.ready(made);
        }
        return source;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            log.atWarn().addKeyValue("feed", feed.id()).log("the lock of {} is not let go of: {}", folder.root(), e);
        }
    }
}
