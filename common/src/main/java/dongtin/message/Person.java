package dongtin.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Somebody whom an item names.
 *
 * @param key groups the same name across items: {@link Keys#person}
 * @param name the fullest form in the item
 * @param titles the offices (chức danh), ranks and degrees stated beside the name, each on its own
 * @param mentions where the name stands in {@link RawItem#text()}, in order; empty where only the provider's list has it
 */
public record Person(String key, String name, List<String> titles, List<Span> mentions) {

    public Person {
        requireNonNull(key, "key");
        requireNonNull(name, "name");
        titles = List.copyOf(titles);
        mentions = List.copyOf(mentions);
    }
}
