package dongtin.operator;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class OperatorVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = OperatorVersion.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "not packaged" : version};
    }
}
