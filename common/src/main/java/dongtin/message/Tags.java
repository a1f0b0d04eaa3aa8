package dongtin.message;

import java.util.List;

/** Who and which documents a text is about, each in the order of the first mention. */
public record Tags(List<Person> people, List<Document> documents) {

    public Tags {
        people = List.copyOf(people);
        documents = List.copyOf(documents);
    }
}
