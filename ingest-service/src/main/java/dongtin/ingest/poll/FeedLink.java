package dongtin.ingest.poll;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link that a server gives in its {@code Link} headers (RFC 8288): {@code <https://hub.example.org/>; rel="hub"}. */
public record FeedLink(String relation, URI target) {

    // Possessive, so that hostile headers can not backtrack.
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:\\s*+;\\s*+[^\",;]++(?:\"[^\"]*+\")?+)*+)");
    private static final Pattern RELATION =
            Pattern.compile(";\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\";,\\s]++))", Pattern.CASE_INSENSITIVE);

    /** The links of one header, one for each relation that it names; what is none is passed over. */
    public static List<FeedLink> read(URI base, String header) {
        var links = new ArrayList<FeedLink>();
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher relation = RELATION.matcher(link.group(2));
            if (relation.find()) {
                String names = relation.group(1) != null ? relation.group(1) : relation.group(2);
                URI target = resolve(base, link.group(1).strip());
                if (target != null) {
                    Arrays.stream(names.toLowerCase(Locale.ROOT).strip().split("\\s++"))
                            .map(name -> new FeedLink(name, target))
                            .forEach(links::add);
                }
            }
        }
        return links;
    }

    private static @Nullable URI resolve(URI base, String target) {
        try {
            return base.resolve(target);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
