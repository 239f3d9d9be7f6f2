package dev.ilana.cli.code;

import java.nio.file.Path;
import java.util.List;

/** A place that has code of the project, compiled, beside the directories of its sources. */
public interface CodePlace {

    /** What it is, as a person says it. */
    String name();

    /** Where its own classes are now; none where they are still to be compiled. */
    List<Path> classes();

    /**
     * Compiles what is stale, where that can be.
     *
     * @throws dev.ilana.cli.console.CommandFailedException when it does not compile, or is not there
     */
    Classpath build();
}
