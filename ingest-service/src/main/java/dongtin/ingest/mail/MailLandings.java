package dongtin.ingest.mail;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.landing.Landing;
import dongtin.ingest.landing.LandingKind;
import dongtin.ingest.landing.Reception;
import dongtin.ingest.landing.SpringIntegration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mailboxes of the feeds that have one. */
@Component
class MailLandings implements LandingKind {

    private final FeedProperties feeds;
    private final Reception reception;
    private final SpringIntegration integration;

    MailLandings(FeedProperties feeds, Reception reception, SpringIntegration integration) {
        this.feeds = feeds;
        this.reception = reception;
        this.integration = integration;
    }

    @Override
    public List<Landing> landings() {
        var landings = new ArrayList<Landing>();
        feeds.feeds().forEach((id, source) -> {
            if (source.mail() != null) {
                landings.add(new MailLanding(source.feed(id), source.mail(), reception, integration));
            }
        });
        return landings;
    }
}
