package dev.ilana.schema.ddl;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Indexes of PostgreSQL. */
final class PostgreSqlIndexes extends IndexGrammar {

    PostgreSqlIndexes(Identifiers names, Literals literals) {
        super(names, literals);
    }

    @Override
    String create(QualifiedName table, IndexDefinition index, boolean concurrently) {
        return "create "
                + (index.kind() == Kind.UNIQUE ? "unique " : "")
                + "index "
                + (concurrently ? "concurrently " : "")
                + name(table, index)
                + " on "
                + names().quoted(table)
                + switch (index.kind()) {
                    case FULLTEXT -> " using gin (" + words(index) + ")";
                    case SPATIAL -> " using gist " + parts(index);
                    default -> method(index) + " " + parts(index);
                }
                + where(index);
    }

    /**
     * The words of all columns, as {@code whereFullText} looks for them; a column that is null has none, and does not take
     * the others' away.
     */
    private String words(IndexDefinition index) {
        requireFullText(index);
        String language = literals().string(index.language() == null ? "simple" : index.language());
        List<String> words = index.columns().stream()
                .map(column -> "to_tsvector(" + language + ", " + names().quoted(column) + ")")
                .toList();
        return words.size() == 1
                ? words.get(0)
                : words.stream().map(one -> "coalesce(" + one + ", '')").collect(Collectors.joining(" || ", "(", ")"));
    }

    /** By name, as it can only be dropped by its name. */
    @Override
    String primaryKey(QualifiedName table, IndexDefinition index) {
        return "constraint " + names().quoted(names().primaryKey(table, index.name())) + " "
                + super.primaryKey(table, index);
    }

    @Override
    String drop(DropIndex drop) {
        return drop.kind() == Kind.PRIMARY
                ? names().alter(drop.table()) + " drop constraint "
                        + names().quoted(names().primaryKey(drop.table(), drop.name()))
                : super.drop(drop);
    }
}
