package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Tokens;
import dongtin.message.Keys;
import dongtin.message.Person;
import java.util.List;

/** Finds the people whom a text names, with their titles, such as {@code Bí thư Thành ủy Nguyễn Văn Nên}. Thread-safe. */
public final class PersonTagger {

    private final Bodies bodies;
    private final MentionScanner mentions;

    /** Takes its lexicons from {@code knowledge}. */
    public PersonTagger(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        mentions = new MentionScanner(knowledge, bodies);
    }

    /** The people in the order of their first mention. */
    public List<Person> tag(Tokens tokens) {
        return new PersonResolver(tokens)
                .resolve(mentions.scan(tokens)).stream()
                        .map(draft -> person(tokens, draft))
                        .toList();
    }

    private Person person(Tokens tokens, PersonDraft draft) {
        String name = draft.name(tokens);
        return new Person(
                Keys.person(name),
                name,
                titles(tokens, draft),
                draft.mentions().stream()
                        .map(m -> tokens.span(m.from(), m.to()))
                        .toList());
    }

    private List<String> titles(Tokens tokens, PersonDraft draft) {
        TitleList titles = null; // most people have none
        for (Mention mention : draft.mentions()) {
            for (Title title : mention.titles()) {
                titles = titles == null ? new TitleList(bodies) : titles;
                titles.add(tokens, title);
            }
        }
        return titles == null ? List.of() : titles.all();
    }
}
