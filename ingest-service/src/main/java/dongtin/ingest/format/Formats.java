package dongtin.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats that we read. Thread-safe. */
public final class Formats {

    /** Asked in this order; the first that claims a message reads it. */
    private static final List<WireFormat> FORMATS = List.of(
            new RssFormat(),
            new AtomFormat(),
            new NitfFormat(),
            new NewsMl1Format(),
            new NewsMlG2Format(),
            new JsonFeedFormat(),
            new ApJsonFormat(),
            new DigitalwiresFormat(),
            new JsonArticleFormat(),
            new NinjsFormat(),
            new MailFormat(),
            new AnpaFormat(),
            new Iptc7901Format(),
            new DispatchFormat());

    /** What the message holds, or nothing where no format claims it. */
    public Optional<List<Reading>> read(WireMessage message) {
        var content = new WireContent(message);
        return FORMATS.stream()
                .filter(format -> format.claims(content))
                .findFirst()
                .map(format -> format.read(content));
    }

    /** The names of the formats, for people. */
    public String names() {
        return FORMATS.stream().map(WireFormat::name).collect(Collectors.joining(", "));
    }
}
