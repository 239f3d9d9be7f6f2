package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.QualifiedName;

/** Indexes of MySQL and MariaDB. */
final class MySqlIndexes extends IndexGrammar {

    MySqlIndexes(Identifiers names, Literals literals) {
        super(names, literals);
    }

    /** One statement for the whole table, as each commits by itself. */
    @Override
    boolean isInline(IndexDefinition index) {
        return true;
    }

    @Override
    String inline(QualifiedName table, IndexDefinition index) {
        return super.isInline(index) ? super.inline(table, index) : index(table, index);
    }

    @Override
    String create(QualifiedName table, IndexDefinition index, boolean concurrently) {
        return names().alter(table) + " add " + index(table, index);
    }

    private String index(QualifiedName table, IndexDefinition index) {
        String kind = switch (index.kind()) {
            case UNIQUE -> "unique ";
            case FULLTEXT -> "fulltext ";
            case SPATIAL -> "spatial ";
            default -> "";
        };
        if (index.kind() == Kind.FULLTEXT) {
            requireFullText(index);
        }
        return kind + "index " + name(table, index) + " " + parts(index) + method(index) + where(index);
    }

    @Override
    String concurrentInstead() {
        return "use online(INPLACE, NONE)";
    }

    @Override
    String drop(DropIndex drop) {
        if (drop.concurrently()) {
            dialect().require(Capability.CONCURRENT_INDEX, concurrentInstead());
        }
        return drop.kind() == Kind.PRIMARY
                ? super.drop(drop)
                : names().alter(drop.table()) + " drop index " + dropped(drop);
    }

    @Override
    String rename(RenameIndex rename) {
        return names().alter(rename.table()) + " rename index " + names().quoted(rename.name()) + " to "
                + names().quoted(rename.newName());
    }
}
