package dev.ilana.schema.diff;

import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which keys of two tables are the same to a database. */
record KeyLikeness(Spelling spelling) {

    KeyPairs<IndexDefinition> indexes(TableDefinition from, TableDefinition to) {
        return KeyPairs.of(
                distinct(from),
                distinct(to),
                IndexShape::of,
                (one, other) -> spelling.name(from.name(), one).equals(spelling.name(to.name(), other)));
    }

    /** Without a unique key over the columns of the primary key, which PostgreSQL leaves out without a word. */
    private static List<IndexDefinition> distinct(TableDefinition table) {
        List<String> primary = table.primaryKey().map(IndexDefinition::columns).orElse(List.of());
        return table.indexes().stream()
                .filter(index -> index.kind() != Kind.UNIQUE
                        || !index.isOverColumns()
                        || !index.columns().equals(primary))
                .toList();
    }

    /** Without a name of its own, a foreign key is known by its columns well enough. */
    KeyPairs<ForeignKeyDefinition> foreignKeys(TableDefinition from, TableDefinition to) {
        return KeyPairs.of(from.foreignKeys(), to.foreignKeys(), this::shape, (one, other) -> true);
    }

    KeyPairs<CheckDefinition> checks(TableDefinition from, TableDefinition to) {
        return KeyPairs.of(
                from.checks(),
                to.checks(),
                check -> SqlForm.of(spelling.condition(check)),
                (one, other) -> spelling.name(from.name(), one).equals(spelling.name(to.name(), other)));
    }

    /** What an index is but for its name. */
    private record IndexShape(
            IndexDefinition.Kind kind,
            List<IndexPart> parts,
            @Nullable String where,
            @Nullable IndexMethod method,
            @Nullable String language) {

        static IndexShape of(IndexDefinition index) {
            String where = index.where();
            return new IndexShape(
                    index.kind(),
                    index.parts().stream().map(IndexShape::part).toList(),
                    where == null ? null : SqlForm.of(where),
                    index.method() == IndexMethod.BTREE ? null : index.method(),
                    index.language());
        }

        private static IndexPart part(IndexPart part) {
            return part instanceof OfExpression expression
                    ? new OfExpression(SqlForm.of(expression.sql()), expression.descending())
                    : part;
        }
    }

    private record ForeignKeyShape(
            List<String> columns,
            QualifiedName table,
            List<String> referenced,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral) {}

    private ForeignKeyShape shape(ForeignKeyDefinition key) {
        return new ForeignKeyShape(
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                spelling.action(key.onDelete()),
                spelling.action(key.onUpdate()),
                key.deferral());
    }
}
