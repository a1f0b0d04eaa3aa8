package dongtin.desk.search;

/** A parameter that is not what it should be: which one, and what it takes. */
public final class BadParameter extends RuntimeException {

    private final String parameter;

    BadParameter(String parameter, String takes) {
        super("%s takes %s".formatted(parameter, takes));
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
