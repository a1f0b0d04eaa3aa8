package dongtin.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Messages in JSON, and what their formats look up in them. What is absent, null or blank is nothing. */
final class JsonMessage {

    private static final int DEEPEST = 200;

    /** Values that any message may have; a long one may have one for so many characters. */
    private static final int VALUES = 100_000;

    private static final int CHARACTERS_OF_A_VALUE = 8;

    /** Thread-safe. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private JsonMessage() {}

    /**
     * The message as a tree.
     *
     * @param maxItems how many elements an array of items may have
     * @throws JacksonException where it is no JSON
     * @throws Excess where there are more items, or more values of any kind, than there may be
     */
    static JsonNode read(String characters, int maxItems) {
        int maxValues = Math.max(VALUES, characters.length() / CHARACTERS_OF_A_VALUE);
        try (var parser = new CountedJson(JSON.createParser(characters), maxItems, maxValues)) {
            JsonNode root = tree(parser);
            if (root != null && parser.nextToken() != null) {
                throw new StreamReadException(parser, "something follows the end of the message");
            }
            return root == null ? MissingNode.getInstance() : root;
        }
    }

    private static @Nullable JsonNode tree(CountedJson parser) {
        try {
            return JSON.readTree(parser);
        } catch (StreamConstraintsException e) {
            // Of what is too deep or too long it does not say where.
            throw new StreamReadException(parser, e.getOriginalMessage(), parser.currentLocation());
        }
    }

    /** Where and why a message is no JSON. */
    static Reading.Malformed malformed(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String at = location == null
                ? "start"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new Reading.Malformed(at, "no JSON: " + WireText.line(e.getOriginalMessage()));
    }

    /** The first of these properties that holds text or a number, as the message has it. */
    static @Nullable String raw(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if ((value.isString() || value.isNumber()) && !value.asString().isBlank()) {
                return value.asString();
            }
        }
        return null;
    }

    /** The first of these properties that holds text or a number, on one line. */
    static @Nullable String line(JsonNode json, String... names) {
        String raw = raw(json, names);
        String line = raw == null ? "" : WireText.line(raw);
        return line.isEmpty() ? null : line;
    }

    /** Uses the first of these properties that holds text or a number, on one line; nothing where none does. */
    static void line(JsonNode json, Consumer<String> use, String... names) {
        String line = line(json, names);
        if (line != null) {
            use.accept(line);
        }
    }

    /** Also what is no text: what says whether an item is for everyone must not be passed over for its form. */
    static void stated(JsonNode json, Consumer<String> use, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                use.accept(value.isString() ? value.asString() : value.toString());
            }
        }
    }

    /** The elements of the first of these properties that is an array, or the object that stands for an array of one. */
    static List<JsonNode> list(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isArray()) {
                var elements = new ArrayList<JsonNode>(value.size());
                value.forEach(elements::add);
                return elements;
            }
            if (value.isObject()) {
                return List.of(value);
            }
        }
        return List.of();
    }

    /** The elements of an array, or the values of an object: versions of one format write lists in both ways. */
    static List<JsonNode> values(JsonNode json) {
        return List.copyOf(json.values());
    }
}
