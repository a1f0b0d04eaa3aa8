package dongtin.index.template;

/** An index that is there holds a field in a way that this version's template does not allow; the message names the field. */
public final class IncompatibleMapping extends RuntimeException {

    IncompatibleMapping(String index, String reason) {
        super(
                "The index %s does not fit this version's template: %s. ".formatted(index, reason)
                        + "Fill a new generation with: java -jar index-service.jar reindex; or go back to the version that made this one.");
    }
}
