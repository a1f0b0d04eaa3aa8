package dongtin.operator.console;

/** How the commands end, for scripts. */
public final class ExitStatus {

    /** All is well, all is done. */
    public static final int DONE = 0;

    /** There is something: a drift, an item that is nowhere, a message that could not be replayed. */
    public static final int FOUND = 1;

    /** It could not be done or not be told: the arguments are wrong, or {@link Trouble}. */
    public static final int TROUBLE = 2;

    private ExitStatus() {}
}
