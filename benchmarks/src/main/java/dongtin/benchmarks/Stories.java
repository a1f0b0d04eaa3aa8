package dongtin.benchmarks;

import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.message.EnrichedItem;
import dongtin.message.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** As many tagged stories as wanted: the articles of the shared corpus, over and over under other ids, all of one moment. */
final class Stories {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", NEWSROOM, null);

    private Stories() {}

    /** @param now when they are all received, so that they stand in one month as a day's news does */
    static List<EnrichedItem> of(int count, Instant now) {
        List<String> texts = Texts.CORPUS.read();
        var formats = new Formats();
        var tagger = new Tagger(KnowledgeFiles.packaged());
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> story(number, texts.get(number % texts.size()), formats, tagger, now))
                .toList();
    }

    private static EnrichedItem story(int number, String text, Formats formats, Tagger tagger, Instant now) {
        int title = text.indexOf('\n');
        byte[] message = JsonMapper.shared()
                .createObjectNode()
                .put("uri", "urn:benchmark:" + number)
                .put("headline", text.substring(0, title))
                .put("body_text", text.substring(title + 1))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        RawItem item = formats.read(new WireMessage(FEED, "application/json", message, now)).orElseThrow().stream()
                .map(reading -> ((Reading.Item) reading).item())
                .findFirst()
                .orElseThrow();
        return new EnrichedItem(item, tagger.tag(item.text(), LocalDate.ofInstant(now, NEWSROOM)), now);
    }
}
