package dev.ilana.schema.generate;

import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.generate.TableStep.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that make changes, in their order. What changes of one table stands together, as far as foreign keys let
 * it.
 */
final class MigrationSteps {

    private final List<String> expressions = new ArrayList<>();
    private final Map<QualifiedName, List<String>> ofTurn = new LinkedHashMap<>();
    private @Nullable Turn turn;
    private @Nullable QualifiedName lastTable;
    private List<String> lastLines = new ArrayList<>();

    private MigrationSteps() {}

    static List<String> of(Difference difference, Imports imports) {
        DdlGrammar grammar = DdlGrammar.of(difference.dialect());
        Words words = Words.of(grammar.spelling(), imports);
        SchemaWords schemaWords = new SchemaWords(words, grammar);
        MigrationSteps steps = new MigrationSteps();
        for (SchemaChange change : difference.changes()) {
            Optional<TableStep> step = TableStep.of(words, change);
            step.ifPresentOrElse(steps::add, () -> {
                steps.endTurn();
                steps.endTable();
                steps.expressions.addAll(schemaWords.of(change));
            });
        }
        steps.endTurn();
        steps.endTable();
        return steps.expressions;
    }

    private void add(TableStep step) {
        if (turn != step.turn()) {
            endTurn();
            turn = step.turn();
        }
        ofTurn.computeIfAbsent(step.table(), unused -> new ArrayList<>()).addAll(step.lines());
    }

    private void endTurn() {
        ofTurn.forEach((table, lines) -> {
            if (!table.equals(lastTable)) {
                endTable();
                lastTable = table;
            }
            lastLines.addAll(lines);
        });
        ofTurn.clear();
    }

    private void endTable() {
        if (lastTable != null) {
            expressions.add(SchemaWords.block("table", lastTable.toString(), lastLines));
            lastTable = null;
            lastLines = new ArrayList<>();
        }
    }
}
