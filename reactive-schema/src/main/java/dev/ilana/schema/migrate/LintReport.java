package dev.ilana.schema.migrate;

import dev.ilana.schema.lint.LintRule;

/** Something unsafe in a migration: the rule it breaks, and the statement that breaks it. */
public record LintReport(MigrationName migration, LintRule rule, String statement) {

    /** What is wrong, and the safe way. */
    public String message() {
        return migration + ": " + rule.id() + ": " + rule.why() + " (" + statement + ")";
    }
}
