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
            new JsonFeedFormat(),
            new NinjsFormat(),
            new NitfFormat(),
            new NewsMl1Format(),
            new NewsMlG2Format(),
            new DispatchFormat());

    /** What the message holds, or nothing where no format claims it. */
    public Optional<List<Reading>> read(WireMessage message) {
        return FORMATS.stream()
                .filter(format -> format.claims(message))
                .findFirst()
                .map(format -> format.read(message));
    }

    /** The names of the formats, for people. */
    public String names() {
        return FORMATS.stream().map(WireFormat::name).collect(Collectors.joining(", "));
    }
}
