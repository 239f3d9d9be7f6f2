package dev.ilana.testkit.contract;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.CheckDefinition.Matches;
import dev.ilana.schema.definition.CheckDefinition.Positive;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keys and checks with some of all that a database can have. */
record RandomKeys(Dialect dialect, Dice dice) {

    /** A primary key and others, over some of these columns. */
    List<IndexDefinition> indexes(List<ColumnDefinition> columns) {
        List<String> indexable = columns.stream()
                .filter(column -> column.type() instanceof Integral
                        || column.type() instanceof Temporal
                        || column.type() instanceof Varchar
                        || column.type() == Plain.DATE)
                .filter(column -> column.computed() == null)
                .map(ColumnDefinition::name)
                .toList();
        List<IndexDefinition> indexes = new ArrayList<>();
        boolean counts = columns.get(0).autoIncrement();
        indexes.add(
                counts || dice.chance(2)
                        ? IndexDefinition.primary(List.of("id"))
                        : IndexDefinition.primary(List.of("id", "n")));
        int count = dice.below(4);
        for (int i = 0; i < count; i++) {
            List<IndexPart> parts = dice.numbersBelow(indexable.size())
                    .distinct()
                    .limit(1 + dice.below(Math.min(3, indexable.size())))
                    .<IndexPart>mapToObj(position -> new OfColumn(indexable.get(position), dice.chance(4), null, null))
                    .toList();
            Kind kind = dice.chance(3) ? Kind.UNIQUE : Kind.INDEX;
            String name = dice.chance(2) ? null : "own_" + dice.below(1_000_000_000);
            // A unique index that is no constraint.
            IndexMethod method = kind == Kind.UNIQUE && dice.chance(3) ? IndexMethod.BTREE : null;
            indexes.add(new IndexDefinition(kind, name, parts, null, method, null));
        }
        special(indexes);
        // Two alike have one name.
        return IntStream.range(0, indexes.size())
                .filter(i -> indexes.subList(0, i).stream()
                        .noneMatch(one -> one.kind() == indexes.get(i).kind()
                                && one.columns().equals(indexes.get(i).columns())))
                .mapToObj(indexes::get)
                .toList();
    }

    private void special(List<IndexDefinition> indexes) {
        IndexDefinition index = IndexDefinition.index(List.of("s"));
        if (dialect.supports(Capability.PARTIAL_INDEX) && dice.chance(3)) {
            indexes.add(index.withName("partial_" + dice.below(1_000_000_000))
                    .withWhere(quoted("n") + " > 5 and " + quoted("s") + " is not null"));
        }
        if (dialect.supports(Capability.EXPRESSION_INDEX) && dice.chance(3)) {
            indexes.add(index.withParts(
                    List.of(IndexPart.expression("lower(" + quoted("s") + ")"), IndexPart.column("n"))));
        }
        if (dialect.supports(Capability.INDEX_METHOD) && dice.chance(4)) {
            indexes.add(index.withMethod(IndexMethod.HASH));
        }
        if (dialect.supports(Capability.PREFIX_INDEX) && dice.chance(3)) {
            indexes.add(index.withName("prefix_" + dice.below(1_000_000_000))
                    .withParts(List.of(new OfColumn("s", false, 10, null))));
        }
        if (dialect.supports(Capability.FULL_TEXT) && dice.chance(4)) {
            indexes.add(new IndexDefinition(Kind.FULLTEXT, null, List.of(IndexPart.column("s")), null, null, null));
        }
    }

    List<CheckDefinition> checks() {
        List<CheckDefinition> checks = new ArrayList<>();
        if (dice.chance(4)) {
            checks.add(new CheckDefinition(null, List.of("n"), new Positive("n")));
        }
        if (dice.chance(4)) {
            checks.add(new CheckDefinition(null, List.of("s"), new Matches("s", "^[a-z]+$")));
        }
        if (dice.chance(4)) {
            checks.add(new CheckDefinition(
                    null,
                    List.of("n", "s"),
                    new Condition("(" + quoted("n") + " + 1 < 10 or " + quoted("s") + " <> 'it''s')")));
        }
        return checks;
    }

    /** The table with keys to some of so many tables, and one by which it can be pointed at. */
    TableDefinition withForeignKeys(TableDefinition table, int tables) {
        List<ColumnDefinition> columns = new ArrayList<>(table.columns());
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        int count = dice.below(3);
        for (int i = 0; i < count; i++) {
            String column = "fk" + i;
            columns.add(
                    ColumnDefinition.of(column, new Integral(Size.BIG, false)).withNullable(true));
            keys.add(ForeignKeyDefinition.of(List.of(column), QualifiedName.of("t" + dice.below(tables)), List.of("id"))
                    .withOnDelete(action())
                    .withOnUpdate(action())
                    .withDeferral(
                            dialect.supports(Capability.DEFERRABLE_KEY)
                                    ? dice.one(Deferral.values())
                                    : Deferral.NOT_DEFERRABLE));
        }
        return table.withColumns(columns).withIndexes(withOnlyId(table)).withForeignKeys(keys);
    }

    private static List<IndexDefinition> withOnlyId(TableDefinition table) {
        List<IndexDefinition> indexes = table.indexes();
        boolean isId = indexes.stream()
                .anyMatch(index -> index.isConstraint() && index.columns().equals(List.of("id")));
        List<IndexDefinition> all = new ArrayList<>(indexes);
        if (!isId) {
            all.add(IndexDefinition.unique(List.of("id")).withName(table.name() + "_only_id"));
        }
        return all;
    }

    private ReferentialAction action() {
        ReferentialAction action = dice.one(ReferentialAction.values());
        return action == ReferentialAction.SET_DEFAULT && !dialect.supports(Capability.SET_DEFAULT_ACTION)
                ? ReferentialAction.SET_NULL
                : action;
    }

    private String quoted(String name) {
        return dialect.grammar().quoted(name);
    }
}
