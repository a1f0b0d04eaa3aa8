package dongtin.ingest.format;

import dongtin.message.RawItem.Correction;
import dongtin.message.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IPTC's News Industry Text Format, version 3: one document. A document that cancels or withholds another one
 * ({@code management-doc-idref}) yields that other's tombstone beside itself.
 *
 * @see <a href="https://iptc.org/std/NITF/">the DTD and its documentation</a>
 */
final class NitfFormat implements WireFormat {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final long VERSIONS_OF_A_GENERATION = 1_000_000;

    @Override
    public String name() {
        return "nitf";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.XML
                && (content.root().equals("nitf")
                        || content.type().name().equals("application/nitf+xml")
                        || content.type().name().equals("text/vnd.iptc.nitf"));
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.xml(
                XmlMessage.NITF,
                xml -> xml.readings(nitf -> document(content, nitf), "no NITF: the root element is " + content.root()));
    }

    private List<Reading> document(WireContent content, XmlElement nitf) {
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        XmlElement docdata = nitf.first("head", "docdata").orElseGet(XmlElement::absent);
        Optional.ofNullable(XmlElement.firstOf(
                        nitf.attribute("baselang"),
                        nitf.attribute("xml:lang"),
                        nitf.attributeOf("xml:lang", "body"),
                        nitf.attributeOf("xml:lang", "body", "body.content")))
                .ifPresent(draft::language);
        identity(docdata, draft);
        management(docdata, draft);
        times(docdata, draft);
        notes(docdata, draft);
        String address = nitf.attributeOf("ex-ref", "head", "pubdata");
        draft.link = address.isEmpty() ? null : draft.uri("link", address);
        NitfBody.read(nitf, draft);
        draft.noteMissingGuid();
        List<Reading> readings = new ArrayList<>();
        readings.add(draft.finish(nitf.at()));
        named(content.message(), docdata, draft).ifPresent(readings::add);
        return List.copyOf(readings);
    }

    /** A key is shared by a series of documents, told apart by generation; a document's own id is not. */
    private static void identity(XmlElement docdata, ItemDraft draft) {
        String id = docdata.attributeOf("id-string", "doc-id");
        String generation = docdata.attributeOf("generation", "du-key");
        draft.guid = XmlElement.firstOf(id, docdata.attributeOf("key", "du-key"));

        String version = docdata.attributeOf("version", "du-key");
        boolean ofSeries = id.isEmpty()
                && NUMBER.matcher(generation).matches()
                && NUMBER.matcher(version).matches();
        draft.versionNumber = ofSeries
                ? String.valueOf(Long.parseLong(generation) * VERSIONS_OF_A_GENERATION + Long.parseLong(version))
                : XmlElement.firstOf(version);
    }

    private static void management(XmlElement docdata, ItemDraft draft) {
        String status = docdata.attribute("management-status");
        if (!status.isEmpty()) {
            draft.restrict("management-status", status);
        }
        String urgency = docdata.attributeOf("ed-urg", "urgency");
        if (!urgency.isEmpty()) {
            draft.urgency(urgency);
        }
        docdata.first("correction")
                .ifPresent(correction -> draft.correction = new Correction(
                        "correction", XmlElement.firstOf(correction.attribute("info"), correction.line())));
    }

    private static void times(XmlElement docdata, ItemDraft draft) {
        String issued = docdata.attributeOf("norm", "date.issue");
        draft.versionCreated = issued.isEmpty() ? null : draft.time("date.issue", issued);
        // Present but without a time means held, too.
        docdata.first("date.release").ifPresent(release -> draft.embargo(release.attribute("norm")));
    }

    private static void notes(XmlElement docdata, ItemDraft draft) {
        for (XmlElement message : docdata.all("ed-msg")) {
            String info = message.attribute("info");
            if (!info.isEmpty()) {
                draft.internal.add(info);
            }
        }
    }

    /** The other document that this one takes back. */
    private Optional<Reading> named(WireMessage message, XmlElement docdata, ItemDraft draft) {
        String other = docdata.attribute("management-doc-idref");
        String status = docdata.attribute("management-idref-status");
        if (other.isEmpty() || other.equals(draft.guid)) {
            return Optional.empty();
        }
        String meant = status.isEmpty() ? docdata.attribute("management-status") : status;
        return switch (meant.toLowerCase(Locale.ROOT)) {
            case "canceled", "cancelled" ->
                Optional.of(ItemDraft.takenBack(message, name(), other, Status.CANCELED, draft));
            case "withheld" -> Optional.of(ItemDraft.takenBack(message, name(), other, Status.WITHHELD, draft));
            default -> Optional.empty();
        };
    }
}
