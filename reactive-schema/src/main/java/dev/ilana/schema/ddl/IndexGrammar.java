package dev.ilana.schema.ddl;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexMethod;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.IndexPart.OfExpression;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.KeyChange.DropIndex;
import dev.ilana.schema.definition.KeyChange.RenameIndex;
import dev.ilana.schema.definition.KeyChange.UseIndex;
import dev.ilana.schema.definition.QualifiedName;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spells primary keys, unique constraints and indexes for one database. */
abstract class IndexGrammar {

    private final Identifiers names;
    private final Literals literals;

    IndexGrammar(Identifiers names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    /** True when the index stands within a new table, not in a statement after it. */
    boolean isInline(IndexDefinition index) {
        return index.isConstraint();
    }

    /** The index as it stands within a new table. */
    String inline(QualifiedName table, IndexDefinition index) {
        return constraint(table, index);
    }

    final String add(AddIndex add) {
        IndexDefinition index = add.index();
        if (add.concurrently()) {
            dialect().require(Capability.CONCURRENT_INDEX, concurrentInstead());
        }
        return index.isConstraint() && (index.isPrimary() || !add.concurrently())
                ? names.alter(add.table()) + " add " + constraint(add.table(), index)
                : create(add.table(), index, add.concurrently());
    }

    String concurrentInstead() {
        return "leave concurrently() out, and add the index when few write the table";
    }

    /** The statement that makes an index which is no constraint. */
    abstract String create(QualifiedName table, IndexDefinition index, boolean concurrently);

    String drop(DropIndex drop) {
        if (drop.concurrently()) {
            dialect().require(Capability.CONCURRENT_INDEX, concurrentInstead());
        }
        return switch (drop.kind()) {
            case PRIMARY -> names.alter(drop.table()) + " drop primary key";
            case UNIQUE -> names.alter(drop.table()) + " drop constraint " + dropped(drop);
            default ->
                "drop index " + (drop.concurrently() ? "concurrently " : "") + inSchema(drop.table(), dropped(drop));
        };
    }

    final String use(UseIndex use) {
        dialect().require(Capability.CONCURRENT_INDEX, "say unique(…), which makes the index too");
        String name = names.quoted(use.index());
        return names.alter(use.table()) + " add constraint " + name + " unique using index " + name;
    }

    String rename(RenameIndex rename) {
        return "alter index " + inSchema(rename.table(), names.quoted(rename.name())) + " rename to "
                + names.quoted(rename.newName());
    }

    // Clauses

    private String constraint(QualifiedName table, IndexDefinition index) {
        return index.isPrimary()
                ? primaryKey(table, index)
                : "constraint " + name(table, index) + " unique " + names.list(index.columns());
    }

    String primaryKey(QualifiedName table, IndexDefinition index) {
        return "primary key " + names.list(index.columns());
    }

    final String parts(IndexDefinition index) {
        return index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"));
    }

    private String part(IndexPart part) {
        String text = part instanceof OfColumn column ? column(column) : expression((OfExpression) part);
        return part.descending() ? text + " desc" : text;
    }

    private String column(OfColumn column) {
        String text = names.quoted(column.column());
        if (column.length() != null) {
            dialect().require(Capability.PREFIX_INDEX, prefixInstead(column));
            text += "(" + column.length() + ")";
        }
        if (column.operatorClass() != null) {
            dialect().require(Capability.OPERATOR_CLASS, "leave it out, or index a column that is made for the search");
            text += " " + column.operatorClass();
        }
        return text;
    }

    private String prefixInstead(OfColumn column) {
        return dialect().supports(Capability.EXPRESSION_INDEX)
                ? "use an expression: left(" + column.column() + ", " + column.length() + ")"
                : "index the whole column, or one computed from it by storedAs(…)";
    }

    private String expression(OfExpression expression) {
        dialect().require(Capability.EXPRESSION_INDEX, "compute a column by storedAs(…) and index that");
        return "(" + literals.raw(expression.sql()) + ")";
    }

    /** The method, with its word before it; nothing for the database's own choice. */
    final String method(IndexDefinition index) {
        IndexMethod method = index.method();
        if (method == null || method == IndexMethod.BTREE) {
            return "";
        }
        dialect().require(Capability.INDEX_METHOD, "leave using(…) out: every index is sorted");
        return " using " + method.name().toLowerCase(Locale.ROOT);
    }

    final String where(IndexDefinition index) {
        String where = index.where();
        if (where == null) {
            return "";
        }
        dialect()
                .require(
                        Capability.PARTIAL_INDEX,
                        "index all rows, or a column computed by storedAs(…) that is null in the others");
        return " where " + literals.raw(where);
    }

    final void requireFullText(IndexDefinition index) {
        dialect().require(Capability.FULL_TEXT, "search by like, or keep the words in a table of their own");
        if (index.language() != null) {
            dialect().require(Capability.FULLTEXT_LANGUAGE, "leave language(…) out");
        }
    }

    final String name(QualifiedName table, IndexDefinition index) {
        return names.quoted(names.of(table, index));
    }

    final String dropped(DropIndex drop) {
        return names.quoted(names.dropped(drop.table(), drop.kind(), drop.name(), drop.columns()));
    }

    /** An index is in the schema of its table, and found there only. */
    final String inSchema(QualifiedName table, String quotedIndex) {
        String schema = table.schema();
        return schema == null ? quotedIndex : names.quoted(schema) + "." + quotedIndex;
    }

    final Dialect dialect() {
        return names.dialect();
    }

    final Identifiers names() {
        return names;
    }

    final Literals literals() {
        return literals;
    }
}
