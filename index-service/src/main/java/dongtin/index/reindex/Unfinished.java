package dongtin.index.reindex;

/** Why a reindex does not come to its end: for people; the generation that served before still does. */
public final class Unfinished extends Exception {

    Unfinished(String reason) {
        super(reason);
    }
}
