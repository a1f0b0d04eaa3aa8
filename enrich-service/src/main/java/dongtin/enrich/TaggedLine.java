package dongtin.enrich;

import dongtin.message.Document;
import dongtin.message.Person;
import dongtin.message.Span;
import dongtin.message.Tags;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines that {@link TagCommand} reads and prints, in the form of the gold standard. Thread-safe. */
final class TaggedLine {

    /**
     * What a line asks for.
     *
     * @param date the day of the article, if the line gives it, for the register of known documents
     */
    record Article(String id, String text, @Nullable LocalDate date) {}

    private record Placed<T>(Span span, T what) {}

    private final JsonMapper json = JsonMapper.builder().build();

    /** Reads and writes a line that is nobody's, so that the first of a run need not wait for the classes of JSON. */
    void rehearse() {
        write(read("{\"id\":\"\",\"text\":\"\"}".getBytes(StandardCharsets.UTF_8)), new Tags(List.of(), List.of()));
    }

    Article read(byte[] line) {
        JsonNode node = json.readTree(line);
        JsonNode id = node.path("id");
        JsonNode text = node.path("text");
        if (!id.isString() || !text.isString()) {
            throw new IllegalArgumentException("no JSON object with the strings id and text");
        }
        return new Article(id.stringValue(), text.stringValue(), day(node.path("date")));
    }

    private static @Nullable LocalDate day(JsonNode date) {
        if (date.isMissingNode() || date.isNull()) {
            return null;
        }
        try {
            return LocalDate.parse(date.asString());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date is no day such as 2024-05-09", e);
        }
    }

    byte[] write(Article article, Tags tags) {
        ObjectNode line = json.createObjectNode().put("id", article.id());
        ArrayNode people = line.putArray("people");
        placed(tags.people(), Person::mentions)
                .forEach(p -> mention(people, p.span(), article.text())
                        .put("person", p.what().name()));
        ObjectNode titles = line.putObject("titles");
        for (Person person : tags.people()) {
            ArrayNode list = titles.putArray(person.name());
            person.titles().forEach(list::add);
        }
        ArrayNode documents = line.putArray("documents");
        placed(tags.documents(), Document::mentions)
                .forEach(d -> attributes(mention(documents, d.span(), article.text()), d.what()));
        return json.writeValueAsBytes(line);
    }

    private static <T> List<Placed<T>> placed(List<T> tagged, java.util.function.Function<T, List<Span>> mentions) {
        List<Placed<T>> placed = new ArrayList<>();
        tagged.forEach(what -> mentions.apply(what).forEach(span -> placed.add(new Placed<>(span, what))));
        placed.sort(Comparator.comparing(Placed::span));
        return placed;
    }

    private static ObjectNode mention(ArrayNode mentions, Span span, String text) {
        return mentions.addObject()
                .put("start", span.start())
                .put("end", span.end())
                .put("text", span.in(text));
    }

    private static void attributes(ObjectNode mention, Document document) {
        put(mention, "kind", document.kind());
        put(mention, "number", document.number());
        put(mention, "symbol", document.symbol());
        put(mention, "issuer", document.issuer());
        put(mention, "date", document.date());
        put(mention, "year", document.year());
        put(mention, "name", document.name());
        put(mention, "key", document.key());
        put(mention, "basis", document.basis() == Document.Basis.REGISTER ? "register" : null);
    }

    private static void put(ObjectNode mention, String name, @Nullable Object value) {
        if (value != null) {
            mention.put(name, value.toString());
        }
    }
}
