package dongtin.index.write;

import dongtin.message.Person;
import java.util.List;
import java.util.stream.Stream;

/**
 * The people of an article in flat lists, for charts and simple filters: which name goes with which title is lost, but in {@code office}.
 *
 * @param office name and title together: {@code Trần Văn Mẫu · Bí thư Tỉnh ủy}
 */
record FlatPeople(List<String> key, List<String> name, List<String> title, List<String> office) {

    static FlatPeople of(List<Person> people) {
        return new FlatPeople(
                people.stream().map(Person::key).distinct().toList(),
                people.stream().map(Person::name).distinct().toList(),
                people.stream()
                        .flatMap(person -> person.titles().stream())
                        .distinct()
                        .toList(),
                people.stream().flatMap(FlatPeople::offices).distinct().toList());
    }

    private static Stream<String> offices(Person person) {
        return person.titles().stream().map(title -> person.name() + " · " + title);
    }
}
