package dongtin.ingest.format;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of a feed inherit from those around them: vocabularies by prefix, base, language.
 *
 * @param prefixes declared here; what our prefix of each declared one's vocabulary is
 * @param outer what is looked at where a prefix is not declared here; null outside of everything
 * @param base what relative links start from; null where nothing says
 * @param language what {@code xml:lang} says; null where nothing does
 */
record XmlVocabulary(
        Map<String, String> prefixes,
        @Nullable XmlVocabulary outer,
        @Nullable URI base,
        @Nullable String language) {

    static final XmlVocabulary NONE = new XmlVocabulary(Map.of(), null, null, null);

    /** Of all that we do not know: no name of ours begins so. */
    private static final String UNKNOWN = "other:";

    /** Our prefixes of vocabularies, by their address without scheme and closing slash or hash; none for RSS itself. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("purl.org/net/rss1.1", ""),
            Map.entry("purl.org/rss/2.0", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("cyber.law.harvard.edu/rss", ""),
            Map.entry("www.rssboard.org/rss-specification", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("www.w3.org/2005/atom", "atom:"),
            Map.entry("purl.org/atom/ns", "atom:"),
            Map.entry("purl.org/atompub/tombstones/1.0", "at:"),
            Map.entry("www.w3.org/2007/app", "app:"),
            Map.entry("purl.org/dc/elements/1.1", "dc:"),
            Map.entry("purl.org/dc/elements/1.0", "dc:"),
            Map.entry("purl.org/dc/terms", "dcterms:"),
            Map.entry("purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("search.yahoo.com/mrss", "media:"),
            Map.entry("tools.search.yahoo.com/mrss", "media:"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml:"));

    XmlVocabulary inside(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return this;
        }
        Map<String, String> declared = null;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                declared = declared == null ? new HashMap<>() : declared;
                declared.put(name.substring(Math.min(name.length(), 6)), ours(attribute.getValue()));
            }
        }
        String base = attributes.get("xml:base");
        String language = attributes.get("xml:lang");
        if (declared == null && base == null && language == null) {
            return this;
        }
        return new XmlVocabulary(
                declared == null ? prefixes : declared,
                declared == null ? outer : this,
                base == null ? this.base : FeedLinks.resolve(this.base, base),
                language == null || language.isBlank() ? this.language : language);
    }

    private static String ours(String address) {
        String key = address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("[/#]++$", "");
        return PREFIXES.getOrDefault(key, UNKNOWN);
    }

    /** The local name behind our prefix of its vocabulary. One that is not declared is taken for what it is used for everywhere. */
    String name(String raw) {
        int colon = raw.indexOf(':');
        String prefix = colon < 0 ? "" : raw.substring(0, colon);
        for (XmlVocabulary around = this; around != null; around = around.outer) {
            String ours = around.prefixes.get(prefix);
            if (ours != null) {
                String local = raw.substring(colon + 1);
                return ours.isEmpty() ? local : ours + local;
            }
        }
        return raw;
    }
}
