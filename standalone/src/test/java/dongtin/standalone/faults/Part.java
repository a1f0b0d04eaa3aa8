package dongtin.standalone.faults;

/** A part of the system in a process of its own, which can be killed at any moment and started again with its data and port. */
interface Part extends AutoCloseable {

    String name();

    /** Starts the process and returns at once; one that runs goes on running. */
    void start();

    /** Whether it takes work. */
    boolean ready();

    /** Ends the process without warning and returns when it is gone. */
    void kill();

    /** Tells the process to end and returns when it is gone. */
    @Override
    void close();
}
