package dongtin.index.write;

import dongtin.message.Person;
import java.util.List;

/** The people of an article without who holds which title, for charts and simple filters. */
record FlatPeople(List<String> key, List<String> name, List<String> title) {

    static FlatPeople of(List<Person> people) {
        return new FlatPeople(
                people.stream().map(Person::key).distinct().toList(),
                people.stream().map(Person::name).distinct().toList(),
                people.stream()
                        .flatMap(person -> person.titles().stream())
                        .distinct()
                        .toList());
    }
}
