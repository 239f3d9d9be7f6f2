package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;

/**
 * The table between two models that have many of each other, which no model describes. It has a column for each key, one
 * for the model that is first in the alphabet; pairs are not there twice, and go when one of the two goes.
 *
 * @see <a
 *     href="https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations">Prisma's
 *     conventions for relation tables</a>
 * @see <a href="https://www.prisma.io/docs/orm/more/upgrade-guides/upgrading-versions/upgrading-to-prisma-6">Prisma 6,
 *     where PostgreSQL's got a primary key</a>
 */
record JoinTable(QualifiedName name, End a, End b) {

    /** The column of the model that is first. */
    static final String A = "A";

    /** The column of the other. */
    static final String B = "B";

    /** The table and the key that one column refers to. */
    record End(QualifiedName table, String key, ColumnType type) {}

    /** @param relation the name that the relation has in the file, or {@link #usualRelation} */
    static JoinTable of(String relation, End a, End b) {
        return new JoinTable(a.table().sibling("_" + relation), a, b);
    }

    /** The name of a relation that has none in the file. */
    static String usualRelation(String first, String second) {
        return first + "To" + second;
    }

    TableDefinition definition(ProviderRules rules, boolean foreignKeys) {
        Kind kind = rules.joinsByPrimaryKey() ? Kind.PRIMARY : Kind.UNIQUE;
        String pairs = named(rules.joinsByPrimaryKey() ? "_AB_pkey" : "_AB_unique");
        TableDefinition table = TableDefinition.of(
                name,
                List.of(ColumnDefinition.of(A, a.type), ColumnDefinition.of(B, b.type)),
                List.of(
                        IndexDefinition.of(kind, List.of(A, B)).withName(pairs),
                        IndexDefinition.index(List.of(B)).withName(named("_B_index"))));
        return foreignKeys ? table.withForeignKeys(List.of(key(A, a), key(B, b))) : table;
    }

    private ForeignKeyDefinition key(String column, End end) {
        return ForeignKeyDefinition.of(List.of(column), end.table, List.of(end.key))
                .withName(named("_" + column + "_fkey"))
                .withOnDelete(ReferentialAction.CASCADE)
                .withOnUpdate(ReferentialAction.CASCADE);
    }

    private String named(String suffix) {
        return name.name() + suffix;
    }
}
