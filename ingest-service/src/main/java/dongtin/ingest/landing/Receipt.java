package dongtin.ingest.landing;

import dongtin.ingest.format.FileType;
import dongtin.ingest.format.Reading;
import dongtin.ingest.raw.Taken;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a message that landed.
 *
 * @param published whether the broker has the message and what could be read of it; if not, nothing of it
 * @param refusals what was not taken, a line each: where in the message, and why
 */
public record Receipt(boolean published, List<String> refusals) {

    public Receipt {
        refusals = List.copyOf(refusals);
    }

    /** What to say of a message that was read. */
    static Receipt of(Taken taken, String contentType) {
        return switch (taken) {
            case Taken.Published some -> new Receipt(true, lines(some.refused()));
            case Taken.NothingUsable all -> new Receipt(false, lines(all.refused()));
            case Taken.Unreadable all -> refused(line(all.at(), all.reason()));
            case Taken.UnknownFormat all ->
                refused("no format for %s; these are read: %s"
                        .formatted(
                                FileType.BY_CONTENT.equals(contentType) ? "a file of this content" : contentType,
                                all.known()));
            case Taken.TooMuch all -> refused(line(all.at(), all.reason()));
        };
    }

    /** Nothing of it was taken. */
    static Receipt refused(String reason) {
        return new Receipt(false, List.of(reason));
    }

    /** Whether there is something to tell the sender. */
    public boolean hasRefusals() {
        return !refusals.isEmpty();
    }

    /** The reason file's text. */
    public String reasons(String name) {
        var lines = new ArrayList<String>();
        lines.add(
                published
                        ? "Published, but for what is named here: " + Printable.of(name)
                        : "Not taken, nothing of it is published: " + Printable.of(name));
        lines.add("");
        lines.addAll(refusals);
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(List<Reading.Refused> refused) {
        return refused.stream().map(one -> line(one.at(), one.reason())).toList();
    }

    private static String line(String at, String reason) {
        return Printable.of(at.isEmpty() ? reason : at + ": " + reason);
    }
}
