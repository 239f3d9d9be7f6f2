package dev.ilana.cli.console;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
public final class Version implements IVersionProvider {

    /** {@code ilana-r} and the version. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "ilana-r " + (version == null ? "(not from a jar)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
