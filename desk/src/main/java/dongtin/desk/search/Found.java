package dongtin.desk.search;

import dongtin.message.RawItem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param total of all pages
 * @param next for {@code after}, where there is more
 */
public record Found(long total, List<Item> items, @Nullable String next) {

    /** An article among results. */
    public record Item(
            String id,
            long version,
            String provider,
            @Nullable String language,
            String headline,
            String snippet,
            RawItem.@Nullable Dateline dateline,
            List<String> bylines,
            List<Person> people,
            List<Article.Document> documents,
            Instant published,
            @Nullable Instant firstCreated,
            @Nullable Instant versionCreated,
            Instant received,
            Instant enriched,
            Instant indexed,
            @Nullable URI link) {

        Item snippet(String text) {
            return new Item(
                    id,
                    version,
                    provider,
                    language,
                    headline,
                    text,
                    dateline,
                    bylines,
                    people,
                    documents,
                    published,
                    firstCreated,
                    versionCreated,
                    received,
                    enriched,
                    indexed,
                    link);
        }
    }

    /** Somebody whom the article names, with the offices beside the name. */
    public record Person(String key, String name, List<String> titles) {}
}
