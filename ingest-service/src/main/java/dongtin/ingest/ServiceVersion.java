package dongtin.ingest;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class ServiceVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ServiceVersion.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "not packaged" : version};
    }
}
