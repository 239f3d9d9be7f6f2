package dev.ilana.schema.generate;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new table, told to a blueprint line by line: what is about one column stands with it. */
final class TableWords {

    private static final String CREATED_AT = "created_at";
    private static final String UPDATED_AT = "updated_at";
    private static final String DELETED_AT = "deleted_at";

    private final Words words;
    private final TableDefinition table;
    private final List<IndexDefinition> indexes;
    private final List<ForeignKeyDefinition> keys;
    private final List<CheckDefinition> checks;

    private TableWords(Words words, TableDefinition table) {
        this.words = words;
        this.table = table;
        this.indexes = new ArrayList<>(table.indexes());
        this.keys = new ArrayList<>(table.foreignKeys());
        this.checks = new ArrayList<>(table.checks());
    }

    static List<String> of(Words words, TableDefinition table) {
        return new TableWords(words, table).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnDefinition column = table.columns().get(i);
            if (isPairOfTimestamps(i)) {
                lines.add(Chain.BLUEPRINT.say("timestamps").statement());
                i++;
            } else if (isMoment(column, DELETED_AT)) {
                lines.add(ofColumn(Chain.BLUEPRINT.say("softDeletes"), column).statement());
            } else {
                lines.add(column(column).statement());
            }
        }
        QualifiedName name = table.name();
        indexes.forEach(index -> lines.add(words.indexes().added(name, index).statement()));
        keys.forEach(key -> lines.add(words.foreignKeys().added(name, key).statement()));
        checks.forEach(check -> lines.add(words.checks().added(name, check).statement()));
        lines.addAll(words.options(table.options()));
        if (table.comment() != null) {
            lines.add(Words.comment(table.comment()));
        }
        return lines;
    }

    private boolean isPairOfTimestamps(int position) {
        List<ColumnDefinition> columns = table.columns();
        return position + 1 < columns.size()
                && isMoment(columns.get(position), CREATED_AT)
                && isMoment(columns.get(position + 1), UPDATED_AT)
                && isAlone(CREATED_AT)
                && isAlone(UPDATED_AT);
    }

    private static boolean isMoment(ColumnDefinition column, String name) {
        return column.equals(
                ColumnDefinition.of(name, Temporal.of(Moment.TIMESTAMP)).withNullable(true));
    }

    /** True when there is nothing else to say of the column, so that it need not stand in a line of its own. */
    private boolean isAlone(String column) {
        return indexes.stream().noneMatch(index -> index.columns().equals(List.of(column)))
                && checks.stream().noneMatch(check -> check.columns().equals(List.of(column)));
    }

    private Chain column(ColumnDefinition column) {
        Optional<IndexDefinition> primary = taken(column, Kind.PRIMARY);
        if (primary.isPresent()) {
            return ofColumn(words.columns().key(column), column);
        }
        return keyOf(column)
                .flatMap(key -> ForeignKeyWords.column(column, key).map(word -> pointing(word, column, key)))
                .orElseGet(() -> ofColumn(words.columns().added(column), column));
    }

    private Optional<ForeignKeyDefinition> keyOf(ColumnDefinition column) {
        return keys.stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .findFirst();
    }

    /** The column with its foreign key; it is said then. */
    private Chain pointing(String word, ColumnDefinition column, ForeignKeyDefinition key) {
        keys.remove(key);
        Chain begun = Chain.BLUEPRINT.say(word, JavaLiteral.text(column.name()));
        Chain told = ofColumn(words.columns().rest(begun, column), column);
        return words.foreignKeys().constrained(told, table.name(), key);
    }

    private Chain ofColumn(Chain begun, ColumnDefinition column) {
        Chain told = indexed(indexed(indexed(begun, column, Kind.UNIQUE), column, Kind.INDEX), column, Kind.FULLTEXT);
        for (CheckDefinition check : List.copyOf(checks)) {
            if (words.checks().isOf(column.name(), table.name(), check)) {
                checks.remove(check);
                told = CheckWords.ofColumn(told, check);
            }
        }
        return told;
    }

    private Chain indexed(Chain told, ColumnDefinition column, Kind kind) {
        return taken(column, kind)
                .map(index -> told.say(
                        switch (kind) {
                            case UNIQUE -> "unique";
                            case FULLTEXT -> "fullText";
                            default -> "index";
                        }))
                .orElse(told);
    }

    /** The key over this column alone, of which there is nothing more to say; it is said then. */
    private Optional<IndexDefinition> taken(ColumnDefinition column, Kind kind) {
        Optional<IndexDefinition> found = indexes.stream()
                .filter(index -> index.kind() == kind
                        && index.isOverColumns()
                        && index.method() == null
                        && index.language() == null
                        && index.columns().equals(List.of(column.name()))
                        && words.indexes().ownName(table.name(), index) == null)
                .findFirst();
        found.ifPresent(indexes::remove);
        return found;
    }
}
