package dev.ilana.schema.lint;

/** A statement that breaks a rule. */
public record LintFinding(LintRule rule, String statement) {}
