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

    /** Of files that people read on the command line. */
    private static final int ITEMS_OF_A_FILE = 100_000;

    private final int maxItems;

    /** Formats that read messages of up to 100,000 items, for files. */
    public Formats() {
        this(ITEMS_OF_A_FILE);
    }

    /**
     * Formats that read messages up to a limit.
     *
     * @param maxItems how many items a message may hold; one that holds more is read no further
     */
    public Formats(int maxItems) {
        this.maxItems = maxItems;
    }

    /** What the message holds, or nothing where no format claims it. */
    public Optional<List<Reading>> read(WireMessage message) {
        try {
            var content = new WireContent(message, maxItems);
            return FORMATS.stream()
                    .filter(format -> format.claims(content))
                    .findFirst()
                    .map(format -> format.read(content));
        } catch (Excess e) {
            return Optional.of(List.of(new Reading.Excessive(e.at(), e.reason())));
        }
    }

    /** The names of the formats, for people. */
    public String names() {
        return FORMATS.stream().map(WireFormat::name).collect(Collectors.joining(", "));
    }
}
