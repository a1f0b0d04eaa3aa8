package dongtin.ingest.folder;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FolderSettings;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.LandingKind;
import dongtin.ingest.landing.Reception;
import dongtin.ingest.landing.SpringIntegration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The folders of the feeds that have one. */
@Component
class FolderLandings implements LandingKind {

    private final FeedProperties feeds;
    private final Reception reception;
    private final SpringIntegration integration;

    FolderLandings(FeedProperties feeds, Reception reception, SpringIntegration integration) {
        this.feeds = feeds;
        this.reception = reception;
        this.integration = integration;
    }

    @Override
    public List<Landing> landings() {
        Map<String, FolderSettings> folders = new TreeMap<>();
        feeds.feeds().forEach((id, source) -> {
            if (source.folder() != null) {
                folders.put(id, source.folder());
            }
        });
        folders.forEach((id, one) -> folders.forEach((otherId, other) -> {
            if (!id.equals(otherId) && overlap(one, other)) {
                throw new IllegalStateException(
                        "dongtin.ingest.feeds.%s.folder.directory: %s is, or holds, the folder of feed %s"
                                .formatted(id, one.directory(), otherId));
            }
        }));
        var landings = new ArrayList<Landing>();
        folders.forEach((id, folder) -> landings.add(
                new FolderLanding(feeds.source(id).orElseThrow().feed(id), folder, reception, integration)));
        return landings;
    }

    /** Whether both would take the same files. */
    private static boolean overlap(FolderSettings one, FolderSettings other) {
        Path outer = one.directory().toAbsolutePath().normalize();
        Path inner = other.directory().toAbsolutePath().normalize();
        return inner.equals(outer) || (one.subfolders() && inner.startsWith(outer));
    }
}
