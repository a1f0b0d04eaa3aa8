package dongtin.enrich.stream;

import dongtin.message.Keys;
import dongtin.message.Person;
import dongtin.message.RawItem.RelatedPerson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The people whom the provider lists beside the text, laid together with those whom the text names. */
final class RelatedPeople {

    /** Nobody holds more offices than that; a list that says so is not to cost the square of its length. */
    private static final int MOST_COMPARED = 50;

    private RelatedPeople() {}

    /** Each person once: with the offices of both sides, an office that both state once. */
    static List<Person> addedTo(List<Person> people, List<RelatedPerson> related) {
        var byKey = new LinkedHashMap<String, Person>();
        var namesakes = new ArrayList<Person>(); // two spellings of one name, say: the provider means the first
        for (Person person : people) {
            if (byKey.putIfAbsent(person.key(), person) != null) {
                namesakes.add(person);
            }
        }
        for (RelatedPerson one : related) {
            String key = Keys.person(one.name());
            byKey.merge(key, new Person(key, one.name(), one.titles(), List.of()), RelatedPeople::joined);
        }
        return Stream.concat(byKey.values().stream(), namesakes.stream()).toList();
    }

    private static Person joined(Person named, Person listed) {
        var titles = new ArrayList<>(named.titles());
        listed.titles().stream()
                .filter(title -> titles.stream().limit(MOST_COMPARED).noneMatch(known -> sameOffice(known, title)))
                .forEach(titles::add);
        return new Person(named.key(), named.name(), titles, named.mentions());
    }

    /** Whether one is the other or its beginning: {@code Bí thư Thành ủy} and {@code Bí thư Thành ủy Thành phố Huế}. */
    private static boolean sameOffice(String one, String other) {
        List<String> folded = Stream.of(one, other)
                .map(title -> title.toLowerCase(Locale.ROOT).strip())
                .toList();
        return folded.getFirst().startsWith(folded.getLast())
                || folded.getLast().startsWith(folded.getFirst());
    }
}
