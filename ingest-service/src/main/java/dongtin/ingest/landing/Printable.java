package dongtin.ingest.landing;

/** Names and texts of others, such that they stay on their line in logs and tables. */
public final class Printable {

    private Printable() {}

    /** The text with each control character as a question mark. */
    public static String of(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
