package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that is just what Prisma makes between two models that have many of each other, so that it needs no model. */
record WrittenJoin(QualifiedName name, String relation, Written a, Written b) {

    /** Whether its name could be that of such a table. */
    static boolean isNamedSo(TableDefinition table) {
        String name = table.name().name();
        return name.length() > 1 && name.charAt(0) == '_' && Character.isLetter(name.charAt(1));
    }

    /** Empty when the table is anything else. */
    static Optional<WrittenJoin> of(TableDefinition table, ProviderRules rules, Map<QualifiedName, Written> models) {
        Written a = referenced(table, JoinTable.A, models);
        Written b = referenced(table, JoinTable.B, models);
        if (!isNamedSo(table) || a == null || b == null || a.model().compareTo(b.model()) > 0) {
            return Optional.empty();
        }
        String relation = table.name().name().substring(1);
        return end(a).flatMap(first -> end(b).map(second -> JoinTable.of(relation, first, second)))
                .filter(join -> isSame(join.definition(rules, true), table))
                .map(join -> new WrittenJoin(table.name(), relation, a, b));
    }

    /** Whether the relation has the name that it would have without one. */
    boolean isUsual() {
        return relation.equals(JoinTable.usualRelation(a.model(), b.model()));
    }

    private static @Nullable Written referenced(
            TableDefinition table, String column, Map<QualifiedName, Written> models) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column)))
                .findFirst()
                .map(key -> models.get(key.referencedTable()))
                .orElse(null);
    }

    private static Optional<JoinTable.End> end(Written model) {
        return model.singleKey()
                .flatMap(key ->
                        model.table().column(key).map(column -> new JoinTable.End(model.name(), key, column.type())));
    }

    /** The same in all that Prisma makes, in whatever order. */
    private static boolean isSame(TableDefinition made, TableDefinition table) {
        Set<IndexDefinition> indexes = Set.copyOf(made.indexes());
        Set<ForeignKeyDefinition> keys = Set.copyOf(made.foreignKeys());
        return made.name().equals(table.name())
                && made.columns().equals(table.columns())
                && indexes.equals(Set.copyOf(table.indexes()))
                && keys.equals(Set.copyOf(table.foreignKeys()))
                && table.checks().isEmpty()
                && table.comment() == null;
    }
}
