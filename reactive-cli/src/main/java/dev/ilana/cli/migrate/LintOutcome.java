package dev.ilana.cli.migrate;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.console.Exit;
import dev.ilana.cli.project.ProjectSettings;
import dev.ilana.schema.migrate.LintReport;
import dev.ilana.schema.migrate.Migrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What is said of unsafe migrations. {@code lint.ignore} names rules that are not looked at, {@code lint.fail} those that
 * fail the command; all do where it says nothing.
 */
record LintOutcome(List<String> ignored, List<String> failing) {

    static LintOutcome by(ProjectSettings settings) {
        return new LintOutcome(settings.ignoredRules(), settings.failingRules());
    }

    /** A line for each finding; then the exit code. */
    Mono<Integer> of(Migrator migrator, Console console) {
        return migrator.lint()
                .filter(report -> !ignored.contains(report.rule().id()))
                .doOnNext(report -> print(report, console))
                .collectList()
                .map(reports -> {
                    if (reports.isEmpty()) {
                        console.remark("Nothing unsafe.");
                    }
                    return reports.stream().anyMatch(this::fails) ? Exit.FAILED : Exit.OK;
                });
    }

    private boolean fails(LintReport report) {
        return failing.contains(ProjectSettings.ALL_RULES)
                || failing.contains(report.rule().id());
    }

    private static void print(LintReport report, Console console) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("migration", report.migration());
        object.put("rule", report.rule().id());
        object.put("statement", report.statement());
        object.put("message", report.rule().why());
        console.print(report.message(), object);
    }
}
