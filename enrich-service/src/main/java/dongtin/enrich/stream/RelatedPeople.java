package dongtin.enrich.stream;

import dongtin.message.Keys;
import dongtin.message.Person;
import dongtin.message.RawItem.RelatedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The people whom the provider lists beside the text, laid together with those whom the text names. */
final class RelatedPeople {

    private RelatedPeople() {}

    /** Each person once: with the offices of both sides, an office that both state once. */
    static List<Person> addedTo(List<Person> people, List<RelatedPerson> related) {
        var all = new ArrayList<>(people);
        for (RelatedPerson one : related) {
            int at = indexOf(all, one);
            if (at < 0) {
                all.add(new Person(Keys.person(one.name()), one.name(), one.titles(), List.of()));
            } else {
                Person person = all.get(at);
                all.set(
                        at,
                        new Person(
                                person.key(), person.name(), joined(person.titles(), one.titles()), person.mentions()));
            }
        }
        return List.copyOf(all);
    }

    private static int indexOf(List<Person> people, RelatedPerson related) {
        String key = Keys.person(related.name());
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> joined(List<String> titles, List<String> more) {
        var joined = new ArrayList<>(titles);
        more.stream()
                .filter(title -> joined.stream().noneMatch(known -> sameOffice(known, title)))
                .forEach(joined::add);
        return joined;
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
