package dev.ilana.schema.diff;

import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.ChangeTableOptions;
import dev.ilana.schema.definition.TableChange.CommentOnTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as it is and as it is to be: its columns, and what is true of it as a whole. */
record TableComparison(TableDefinition from, TableDefinition to, ColumnLikeness likeness) {

    QualifiedName table() {
        return to.name();
    }

    /** The columns whose type changes. */
    List<String> retyped() {
        return pairs().filter(pair -> !isMadeAnew(pair) && !likeness.haveOneType(pair.from, pair.to))
                .map(pair -> pair.to.name())
                .toList();
    }

    /** @param typeChecks the name of the check that holds a column to its type; null for none */
    void addTo(Changes changes, Function<ColumnDefinition, @Nullable String> typeChecks) {
        for (ColumnDefinition column : to.columns()) {
            if (from.column(column.name()).isEmpty()) {
                changes.add(
                        column.computed() == null ? Phase.COLUMNS_IN : Phase.COMPUTED_IN,
                        new AddColumn(table(), whole(to, column), isCountingKey(column), null));
            }
        }
        pairs().forEach(pair -> {
            if (isMadeAnew(pair)) {
                madeAnew(pair, changes);
            } else if (!likeness.areAlike(pair.from, pair.to)) {
                changes.add(
                        Phase.COLUMNS_CHANGED,
                        new ChangeColumn(table(), pair.from, pair.to, typeChecks.apply(pair.from), null));
            }
        });
        for (ColumnDefinition column : from.columns()) {
            if (to.column(column.name()).isEmpty()) {
                changes.drop(out(column), Drop.COLUMNS, words(column), new DropColumn(table(), column.name()));
            }
        }
        wholeTable(changes);
    }

    /** The columns that are dropped, or would be. */
    List<String> gone() {
        return from.columns().stream()
                .map(ColumnDefinition::name)
                .filter(name -> to.column(name).isEmpty())
                .toList();
    }

    /** A key that counts up can't be added to a table and made its key after that. */
    boolean isCountingKey(ColumnDefinition column) {
        return column.autoIncrement()
                && from.primaryKey().isEmpty()
                && to.primaryKey()
                        .map(key -> key.columns().equals(List.of(column.name())))
                        .orElse(false);
    }

    private record Pair(ColumnDefinition from, ColumnDefinition to) {}

    private Stream<Pair> pairs() {
        return to.columns().stream()
                .flatMap(column ->
                        from
                                .column(column.name())
                                .map(present -> new Pair(whole(from, present), whole(to, column)))
                                .stream());
    }

    /** A part of the primary key is never null, whether it is said or not. */
    private static ColumnDefinition whole(TableDefinition table, ColumnDefinition column) {
        Optional<IndexDefinition> key = table.primaryKey();
        return key.isPresent() && key.get().columns().contains(column.name()) ? column.withNullable(false) : column;
    }

    private static Phase out(ColumnDefinition column) {
        return column.computed() == null ? Phase.COLUMNS_OUT : Phase.COMPUTED_OUT;
    }

    /** What a column is computed from can't be changed, only another be put in its place. */
    private boolean isMadeAnew(Pair pair) {
        Computed computed = pair.from.computed();
        return !ColumnLikeness.areComputedAlike(computed, pair.to.computed())
                || (computed != null && isRetyped(computed));
    }

    /** Nor can what it is computed from get another type meanwhile. */
    private boolean isRetyped(Computed computed) {
        return pairs().anyMatch(pair -> pair.from.computed() == null
                && !likeness.haveOneType(pair.from, pair.to)
                && Mentions.in(computed.sql(), pair.from.name()));
    }

    private void madeAnew(Pair pair, Changes changes) {
        DropColumn drop = new DropColumn(table(), pair.from.name());
        boolean losesNothing = pair.from.computed() != null;
        if (losesNothing || changes.allows(Drop.COLUMNS)) {
            changes.add(Phase.COMPUTED_OUT, drop);
            changes.add(Phase.COMPUTED_IN, new AddColumn(table(), pair.to, false, null));
        } else {
            changes.drop(Phase.COMPUTED_OUT, Drop.COLUMNS, "what is written in " + words(pair.from), drop);
        }
    }

    private void wholeTable(Changes changes) {
        if (!Objects.equals(from.comment(), to.comment())) {
            changes.add(Phase.TABLES_CHANGED, new CommentOnTable(table(), to.comment()));
        }
        TableOptions options = to.options();
        boolean sameEngine = options.engine() == null
                || options.engine().equalsIgnoreCase(from.options().engine());
        boolean sameText = options.text().equals(TextRules.NONE)
                || ColumnLikeness.fits(from.options().text(), options.text());
        if (!sameEngine || !sameText) {
            changes.add(Phase.TABLES_CHANGED, new ChangeTableOptions(table(), options));
        }
    }

    private String words(ColumnDefinition column) {
        return "column \"" + table() + "." + column.name() + "\"";
    }
}
