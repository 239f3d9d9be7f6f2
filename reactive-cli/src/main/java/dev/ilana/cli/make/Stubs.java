package dev.ilana.cli.make;

import dev.ilana.cli.option.ProjectOptions;
import dev.ilana.cli.project.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What files are made of: a project's own stubs, and ours where it has none of that kind.
 *
 * @param directory where its own are; it need not be there
 */
record Stubs(Path directory) {

    static Stubs of(ProjectOptions project) {
        return new Stubs(project.stubDirectory());
    }

    /**
     * The one of that kind.
     *
     * @throws dev.ilana.cli.console.CommandFailedException when it is the project's own, and can't be read
     */
    StubText text(Stub stub) {
        Path own = file(stub);
        return Files.exists(own)
                ? new StubText(own.toString(), new TextFile(own).read())
                : new StubText(stub.fileName(), stub.text());
    }

    /** Where the project's own stub of that kind is, or would be. */
    Path file(Stub stub) {
        return directory.resolve(stub.fileName());
    }
}
