package dongtin.index.kibana;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of Kibana's query language as the objects use, as Elasticsearch's queries: {@code and}, {@code or}, {@code not}, parentheses, a value, several
 * values, {@code *}, comparisons. Anything else is an error, so that no object can use what is not understood here.
 */
final class Kql {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TOKEN = Pattern.compile("\\s*+(>=|<=|[():<>]|[^\\s():<>]++)\\s*+");
    private static final Set<String> WORDS = Set.of("and", "or", "not");

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> fields = new TreeSet<>();
    private int next;

    /** A query, and the fields that it names. */
    record Parsed(JsonNode query, Set<String> fields) {}

    static Parsed parse(String kql) {
        var parser = new Kql();
        if (kql.isBlank()) {
            return new Parsed(object("match_all", JSON.createObjectNode()), Set.of());
        }
        Matcher token = TOKEN.matcher(kql);
        int end = 0;
        while (token.find() && token.start() == end) {
            parser.tokens.add(token.group(1));
            end = token.end();
        }
        JsonNode query = parser.or();
        if (end != kql.length() || parser.next != parser.tokens.size()) {
            throw new IllegalArgumentException("not understood: " + kql);
        }
        return new Parsed(query, parser.fields);
    }

    private JsonNode or() {
        JsonNode first = and();
        return taken("or") ? bool("should", first, or()) : first;
    }

    private JsonNode and() {
        JsonNode first = not();
        return taken("and") ? bool("filter", first, and()) : first;
    }

    private JsonNode not() {
        return taken("not") ? bool("must_not", not()) : primary();
    }

    private JsonNode primary() {
        if (taken("(")) {
            JsonNode inner = or();
            expect(")");
            return inner;
        }
        String field = word();
        fields.add(field);
        for (String comparison : List.of(">=", "<=", ">", "<")) {
            if (taken(comparison)) {
                String name = (comparison.startsWith(">") ? "gt" : "lt") + (comparison.endsWith("=") ? "e" : "");
                return object("range", object(field, JSON.createObjectNode().put(name, word())));
            }
        }
        expect(":");
        return values(field);
    }

    private JsonNode values(String field) {
        if (!taken("(")) {
            return value(field, word());
        }
        JsonNode any = value(field, word());
        while (taken("or")) {
            any = bool("should", any, value(field, word()));
        }
        expect(")");
        return any;
    }

    private static JsonNode value(String field, String value) {
        return value.equals("*")
                ? object("exists", JSON.createObjectNode().put("field", field))
                : object("match", JSON.createObjectNode().put(field, value));
    }

    private boolean taken(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new IllegalArgumentException("%s expected at %d of %s".formatted(token, next, tokens));
        }
    }

    private String word() {
        String word = next < tokens.size() ? tokens.get(next++) : "";
        if (WORDS.contains(word) || !word.matches("[\\w.*-]++")) {
            throw new IllegalArgumentException("a word expected at %d of %s".formatted(next, tokens));
        }
        return word;
    }

    private static JsonNode bool(String kind, JsonNode... clauses) {
        ObjectNode bool = JSON.createObjectNode();
        for (JsonNode clause : clauses) {
            bool.withArray(kind).add(clause);
        }
        return object("bool", bool);
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode object = JSON.createObjectNode();
        object.set(name, value);
        return object;
    }
}
