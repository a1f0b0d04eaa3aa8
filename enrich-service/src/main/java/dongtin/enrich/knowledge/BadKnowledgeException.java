package dongtin.enrich.knowledge;

/** A knowledge file cannot be used; the message says which file, which line and why. */
public final class BadKnowledgeException extends RuntimeException {

    BadKnowledgeException(String message) {
        super(message);
    }
}
