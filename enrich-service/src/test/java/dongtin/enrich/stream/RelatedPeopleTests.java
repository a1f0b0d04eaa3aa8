package dongtin.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Person;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedPeopleTests {

    private static final Person MAU = new Person(
            "tran-van-mau", "Trần Văn Mẫu", List.of("Chủ tịch UBND thành phố Huế"), List.of(new Span(3, 15)));

    @Test
    void officesOfBothSidesAreThePersonsAndEachIsThereOnce() {
        assertThat(RelatedPeople.addedTo(
                        List.of(MAU),
                        List.of(new RelatedPerson(
                                "Trần Văn Mẫu",
                                List.of("Đại biểu Quốc hội", "chủ tịch UBND thành phố Huế", "Chủ tịch UBND")))))
                .containsExactly(new Person(
                        MAU.key(),
                        MAU.name(),
                        List.of("Chủ tịch UBND thành phố Huế", "Đại biểu Quốc hội"),
                        MAU.mentions()));
    }

    @Test
    void personWhomTheTextDoesNotNameIsAddedWithoutMentions() {
        assertThat(RelatedPeople.addedTo(List.of(MAU), List.of(new RelatedPerson("Lê Thử", List.of("Giám đốc")))))
                .containsExactly(MAU, new Person("le-thu", "Lê Thử", List.of("Giám đốc"), List.of()));
    }
}
