package dongtin.ingest.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Counts what is read of a message in JSON, and stops where there is too much of it: values of any kind, and elements of the
 * array that the items stand in. That is the outermost one, or one under a name that formats give it.
 */
final class CountedJson extends JsonParserDelegate {

    /** Of all formats; only these are looked for, and only there: {@code /items}, {@code /data/items}. */
    private static final Set<String> CONTAINERS = Set.of(
            "item",
            "items",
            "_items",
            "articles",
            "results",
            "entries",
            "news",
            "posts",
            "stories",
            "data",
            "@graph",
            "docs");

    private static final String AROUND_ITEMS = "data";

    private final int maxItems;
    private final int maxValues;

    private int values;
    private int items;

    /** How deep the array of items lies that is being read; 0 outside of one. */
    private int depthOfItems;

    CountedJson(JsonParser parser, int maxItems, int maxValues) {
        super(parser);
        this.maxItems = maxItems;
        this.maxValues = maxValues;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        JsonToken token = delegate.nextToken();
        count(token);
        return token;
    }

    @Override
    public @Nullable String nextName() {
        String name = delegate.nextName();
        count(delegate.currentToken());
        return name;
    }

    private void count(@Nullable JsonToken token) {
        if (token == null || token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
            return;
        }
        TokenStreamContext here = delegate.streamReadContext();
        if (++values > maxValues) {
            throw new Excess(at(here), maxValues, "values in a message");
        }
        int depth = here.getNestingDepth() - (token.isStructStart() ? 1 : 0);
        if (depth < depthOfItems) {
            depthOfItems = 0;
        }
        if (depthOfItems > 0 && depth == depthOfItems && ++items > maxItems) {
            throw Excess.ofItems(at(here), maxItems);
        }
        if (depthOfItems == 0 && token == JsonToken.START_ARRAY && holdsItems(here)) {
            depthOfItems = here.getNestingDepth();
            items = 0;
        }
    }

    private static String at(TokenStreamContext here) {
        return here.pathAsPointer().toString();
    }

    private static boolean holdsItems(TokenStreamContext array) {
        TokenStreamContext outer = array.getParent();
        if (outer.inRoot()) {
            return true;
        }
        boolean named = outer.inObject() && CONTAINERS.contains(outer.currentName());
        TokenStreamContext outermost = outer.getParent();
        return named
                && (outermost.inRoot()
                        || (outermost.inObject()
                                && AROUND_ITEMS.equals(outermost.currentName())
                                && outermost.getParent().inRoot()));
    }
}
