package dongtin.ingest.sftp;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.LandingKind;
import dongtin.ingest.landing.Reception;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The SFTP servers of the feeds that have one. */
@Component
class SftpLandings implements LandingKind {

    private final FeedProperties feeds;
    private final Reception reception;

    SftpLandings(FeedProperties feeds, Reception reception) {
        this.feeds = feeds;
        this.reception = reception;
    }

    @Override
    public List<Landing> landings() {
        var landings = new ArrayList<Landing>();
        feeds.feeds().forEach((id, source) -> {
            if (source.sftp() != null) {
                landings.add(new SftpLanding(source.feed(id), source.sftp(), reception));
            }
        });
        return landings;
    }
}
