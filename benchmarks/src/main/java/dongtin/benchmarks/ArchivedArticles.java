package dongtin.benchmarks;

import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.message.EnrichedItem;
import dongtin.message.RawItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** As many articles as wanted: those of {@code samples/archive}, tagged, over and over as other stories, all of one moment. */
final class ArchivedArticles {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", NEWSROOM, null);

    private ArchivedArticles() {}

    /** @param now when they are all published and received, so that they stand in one month as a day's news does */
    static List<EnrichedItem> of(int articles, Instant now) {
        var tagger = new Tagger(KnowledgeFiles.packaged());
        List<RawItem> archive = SampleDispatches.of("archive").stream()
                .flatMap(message -> new Formats()
                        .read(new WireMessage(FEED, "application/json", message, now)).orElseThrow().stream())
                .map(reading -> ((Reading.Item) reading).item())
                .toList();
        var tagged = archive.stream()
                .map(item -> tagger.tag(item.text(), LocalDate.ofInstant(now, NEWSROOM)))
                .toList();
        var items = new ArrayList<EnrichedItem>();
        for (int i = 0; i < articles; i++) {
            int of = i % archive.size();
            items.add(new EnrichedItem(story("%06d".formatted(i), archive.get(of), now), tagged.get(of), now));
        }
        return items;
    }

    private static RawItem story(String number, RawItem like, Instant now) {
        return new RawItem(
                "benchmark-" + number,
                like.guid() + "-" + number,
                like.version(),
                like.status(),
                like.provider(),
                like.feed(),
                like.urgency(),
                like.language(),
                like.headline(),
                like.subheadline(),
                like.body(),
                like.bodyHtml(),
                like.dateline(),
                like.bylines(),
                like.subjects(),
                like.places(),
                like.relatedPeople(),
                like.link(),
                like.media(),
                like.correction(),
                now,
                now,
                null,
                now,
                like.original(),
                like.internal(),
                like.problems());
    }
}
