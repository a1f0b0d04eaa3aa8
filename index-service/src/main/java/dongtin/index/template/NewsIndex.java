package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The index of articles, as the files of {@code ops/elasticsearch} describe it: an index a month, read through aliases, of the
 * {@linkplain Generation generation} that serves. Thread-safe, and safe to use by several instances at once.
 */
@Component
public class NewsIndex {

    /** Longer than a reindex closes a generation for, before it moves the aliases or opens it again. */
    private static final long CLOSED_FOR_GOOD_MS = 60_000;

    private static final Logger LOG = LoggerFactory.getLogger(NewsIndex.class);

    private final Rest5Client elasticsearch;
    private final Clock clock;
    private final Generations generations;
    private volatile @Nullable MonthIndexes written;
    private volatile long closedSince = Long.MAX_VALUE;

    /** The index on the Elasticsearch that the client talks to; whether it answers shows only at {@link #install()}. */
    public NewsIndex(Rest5Client elasticsearch) {
        this(elasticsearch, Clock.systemUTC());
    }

    @Autowired
    NewsIndex(Rest5Client elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
        this.generations = new Generations(elasticsearch);
    }

    /**
     * Brings templates, indexes and aliases to what the files say, and turns to the generation that serves now; may be repeated
     * at any time. Fields that existing indexes lack are added to them.
     *
     * @throws IncompatibleMapping if an existing index holds a field differently; then nothing is changed
     * @throws IOException if Elasticsearch does not answer, or not as it should: for now
     */
    public void install() throws IOException {
        Generation serving = generations.serving();
        if (serving == null) {
            generations.refuseUnknown();
        }
        // All of them, also one that has lost its aliases, or that somebody else has made: it will be written one day.
        Generation toWrite = serving == null ? Generation.FIRST : serving;
        new Fit(elasticsearch).check(generations.articles(toWrite));
        generations.putTemplates();
        if (serving == null) {
            serving = generations.first();
        }
        openIfForgotten(serving);
        var indexes = new MonthIndexes(elasticsearch, serving, true, clock);
        indexes.make(StoryMonths.month(
                clock.instant(), clock.instant())); // readers' aliases are there before the first article
        written = indexes;
    }

    /**
     * The index of each story, in their order, made if need be: the month where its first version was written.
     *
     * @throws IOException if that cannot be told now; {@link #install()} before the next attempt
     */
    public List<String> indexes(List<Story> stories) throws IOException {
        MonthIndexes indexes = written;
        if (indexes == null) {
            throw new IOException("the index is not installed yet");
        }
        return indexes.of(stories);
    }

    /**
     * Begins a new generation, and turns to it: what is written from now on, by this object, is in it alone and seen by nobody
     * until it {@linkplain NewGeneration#serve() serves}. Earlier attempts that never served are deleted.
     */
    public NewGeneration beginGeneration() throws IOException {
        NewGeneration begun = NewGeneration.begin(elasticsearch, generations);
        written = new MonthIndexes(elasticsearch, begun.generation(), false, clock);
        return begun;
    }

    // A reindex that was killed in its last second left the generation closed to writing.
    private void openIfForgotten(Generation serving) throws IOException {
        if (!generations.closed(serving)) {
            closedSince = Long.MAX_VALUE;
            return;
        }
        long now = clock.millis();
        closedSince = Math.min(closedSince, now);
        if (now - closedSince > CLOSED_FOR_GOOD_MS) {
            LOG.warn("a reindex has closed {} to writing and not gone on: opened again", serving.months());
            generations.open(serving);
        }
    }
}
