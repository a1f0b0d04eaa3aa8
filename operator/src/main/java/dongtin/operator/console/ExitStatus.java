package dongtin.operator.console;

/** How the commands end, for scripts. */
public final class ExitStatus {

    /** All is well, all is done. */
    public static final int DONE = 0;

    /** There is something: a drift, an item that is nowhere, a message that could not be replayed. */
    public static final int FOUND = 1;

    /** The arguments are wrong. */
    public static final int USAGE = 2;

    /** It could not be done or not be told: {@link Trouble}. */
    public static final int TROUBLE = 3;

    private ExitStatus() {}
}
