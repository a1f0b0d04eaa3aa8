package dongtin.ingest.format;

import dongtin.message.RawItem.RelatedPerson;
import java.util.List;
import java.util.regex.Pattern;

/** What a document in NITF, alone or inside of NewsML, says that it is about. */
final class NitfTopics {

    private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");

    private NitfTopics() {}

    /** Fills the draft from an element {@code nitf}. */
    static void read(XmlElement nitf, ItemDraft draft) {
        XmlElement docdata = nitf.first("head", "docdata").orElseGet(XmlElement::absent);
        for (XmlElement subject : nitf.all("head", "tobject", "tobject.subject")) {
            String code = subject.attribute("tobject.subject.refnum");
            draft.subject(
                    XmlElement.firstOf(SUBJECT_CODE.matcher(code).matches() ? "subj:" + code : code),
                    XmlElement.firstOf(
                            subject.attribute("tobject.subject.detail"),
                            subject.attribute("tobject.subject.matter"),
                            subject.attribute("tobject.subject.type")));
        }
        for (XmlElement keyword : docdata.all("key-list", "keyword")) {
            draft.subject(null, XmlElement.firstOf(keyword.attribute("key")));
        }
        for (XmlElement place : docdata.all("evloc")) {
            String name = XmlElement.firstOf(
                    place.attribute("city"),
                    place.attribute("county-dist"),
                    place.attribute("state-prov"),
                    place.attribute("iso-cc"),
                    place.line());
            draft.place(name == null ? "" : name);
        }
        docdata.all("identified-content", "location").forEach(place -> draft.place(place.line()));
        for (XmlElement person : docdata.all("identified-content", "person")) {
            String name = person.paragraphs(part -> part.name().equals("function"));
            List<String> titles = person.all("function").stream()
                    .map(XmlElement::line)
                    .filter(title -> !title.isEmpty())
                    .toList();
            if (!name.isEmpty()) {
                draft.relatedPeople.add(new RelatedPerson(WireText.line(name), titles));
            }
        }
    }
}
