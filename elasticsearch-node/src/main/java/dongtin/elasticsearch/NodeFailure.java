package dongtin.elasticsearch;

/** The node did not start, or did not answer in time: the message gives the reason and the last lines of its log. */
public final class NodeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeFailure(String message) {
        super(message);
    }

    NodeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
