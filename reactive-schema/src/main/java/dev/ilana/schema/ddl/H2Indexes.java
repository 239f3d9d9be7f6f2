package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;

/** Indexes of H2. */
final class H2Indexes extends IndexGrammar {

    H2Indexes(Identifiers names, Literals literals) {
        super(names, literals);
    }

    @Override
    String create(QualifiedName table, IndexDefinition index, boolean concurrently) {
        if (index.kind() == Kind.FULLTEXT) {
            requireFullText(index);
        }
        String kind = switch (index.kind()) {
            case UNIQUE -> "unique ";
            case SPATIAL -> "spatial ";
            default -> "";
        };
        return "create " + kind + "index " + inSchema(table, name(table, index)) + " on " + names().quoted(table)
                + method(index) + " " + parts(index) + where(index);
    }

    /** By its name only where it was given one: H2 knows it without. */
    @Override
    String primaryKey(QualifiedName table, IndexDefinition index) {
        String plain = super.primaryKey(table, index);
        return index.name() == null ? plain : "constraint " + names().quoted(index.name()) + " " + plain;
    }

    /** The index behind a constraint has a name of its own, which nobody gave. */
    @Override
    String rename(RenameIndex rename) {
        return rename.kind() == Kind.UNIQUE
                ? names().alter(rename.table()) + " rename constraint " + names().quoted(rename.name()) + " to "
                        + names().quoted(rename.newName())
                : super.rename(rename);
    }
}
