package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Person;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in English dispatches: a row is a sentence with its mentions marked, then each person with the titles. */
class EnglishPeopleTests {

    private static final Tagger TAGGER = new Tagger(KnowledgeFiles.packaged());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Party General Secretary «To Bưởi» received the guests. General Secretary «Bưởi» thanked them.        | To Bưởi: Party General Secretary + General Secretary
            Prime Minister «Pham Van Cam» chaired the meeting in Hanoi.                                         | Pham Van Cam: Prime Minister
            «Nguyen Van Quyt», Secretary of the Ho Chi Minh City Party Committee, agreed. Mr. «Quyt» left.       | Nguyen Van Quyt: Secretary of the Ho Chi Minh City Party Committee
            Ho Chi Minh City Party Committee Secretary «Le Van Man» spoke.                                      | Le Van Man: Ho Chi Minh City Party Committee Secretary
            UN Secretary-General «António Applewood» called for peace.                                          | António Applewood: UN Secretary-General
            WHO Director-General «Tedros Pearson» praised Vietnam. Dr «Pearson» will return.                     | Tedros Pearson: WHO Director-General + Dr
            Deputy Prime Minister and Foreign Minister «Bui Thanh Na» met him.                                  | Bui Thanh Na: Deputy Prime Minister + Foreign Minister
            US President «Joe Applewood» arrived. «Applewood»'s visit is short.                                 | Joe Applewood: US President
            "We are ready," said «John Applewood», director of the Fruit Institute.                             | John Applewood: director of the Fruit Institute
            National Assembly Chairman «Tran Thanh Lan» hosted the banquet.                                     | Tran Thanh Lan: National Assembly Chairman
            Politburo member and Secretary of the Hanoi Party Committee «Bui Thi Mai» came.                     | Bui Thi Mai: Politburo member + Secretary of the Hanoi Party Committee
            Minister of Foreign Affairs «Sergey Pearson» signed the deal in Ho Chi Minh City.                   | Sergey Pearson: Minister of Foreign Affairs
            Minister of Industry and Trade «Nguyen Hong Cam» opened the fair.                                   | Nguyen Hong Cam: Minister of Industry and Trade
            Ms. «Tran Thi Na», Deputy Director of the Department of Health, attended.                           | Tran Thi Na: Deputy Director of the Department of Health
            Mr «Le Van Buoi», Vice Chairman of the Da Nang City People's Committee, agreed.                     | Le Van Buoi: Vice Chairman of the Da Nang City People's Committee
            President «Ho Chi Minh» wrote it. The Ho Chi Minh Communist Youth Union keeps it.                   | Ho Chi Minh: President
            French President «Mary Applewood» met former State President «Tran Duc Cam».                        | Mary Applewood: French President; Tran Duc Cam: former State President
            Lao Prime Minister «Sonexay Applewood» and his wife left Vientiane.                                 | Sonexay Applewood: Lao Prime Minister
            Senior Lieutenant General «Phan Van Mit», Deputy Minister of National Defence, spoke.               | Phan Van Mit: Senior Lieutenant General + Deputy Minister of National Defence
            The General Statistics Office and the Vietnam Fatherland Front met on Monday.                       |
            Vietnamese Ambassador to Cuba «Le Thanh Xoai» laid flowers.                                         | Le Thanh Xoai: Vietnamese Ambassador to Cuba
            According to «Nguyen Van Na», the harvest was good. «Nguyen Van Na» said prices fell.                | Nguyen Van Na:
            """)
    void peopleAreFoundWithTheirTitles(String marked, String expected) {
        Marked sentence = Marked.parse(marked);
        List<Person> people = TAGGER.tag(sentence.text(), null).people();
        assertThat(Marked.mark(
                        sentence.text(),
                        people.stream().flatMap(p -> p.mentions().stream()).toList()))
                .isEqualTo(marked);
        assertThat(people.stream().map(p -> (p.name() + ": " + String.join(" + ", p.titles())).strip()))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split("; ", -1)));
    }
}
