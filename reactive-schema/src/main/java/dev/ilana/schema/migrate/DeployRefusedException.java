package dev.ilana.schema.migrate;

import java.util.List;

/** What stands against a deploy: how migrations stand, and what is unsafe in those that are pending. Nothing was done. */
public final class DeployRefusedException extends MigrationException {

    private final transient List<String> problems;

    DeployRefusedException(List<String> problems) {
        super(String.join("\n", problems) + "\nNothing was done");
        this.problems = List.copyOf(problems);
    }

    /** One for each problem of each migration. */
    public List<String> problems() {
        return problems;
    }
}
