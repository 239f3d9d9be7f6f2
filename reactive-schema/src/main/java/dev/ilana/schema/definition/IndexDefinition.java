package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, a unique constraint or an index.
 *
 * @param name null for the one made from the table's and the columns' names, which is cut to each database's limit
 * @param where the condition on the rows that it has, in SQL; null for all rows
 * @param method null for the database's own choice
 * @param language the language whose words a full-text index knows; null for none in particular
 */
public record IndexDefinition(
        Kind kind,
        @Nullable String name,
        List<IndexPart> parts,
        @Nullable String where,
        @Nullable IndexMethod method,
        @Nullable String language) {

    /** What an index promises. */
    public enum Kind {
        PRIMARY("primary key"),
        UNIQUE("unique"),
        INDEX("index"),
        FULLTEXT("full-text index"),
        SPATIAL("spatial index");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What people call it. */
        public String words() {
            return words;
        }
    }

    public IndexDefinition {
        parts = List.copyOf(parts);
        if (name != null) {
            Names.check(name);
        }
        if (language != null) {
            Names.check(language);
        }
        if (parts.isEmpty()) {
            throw new InvalidUsageException("an index needs at least one column");
        }
        boolean plain = parts.stream().allMatch(IndexPart.OfColumn.class::isInstance);
        if (kind == Kind.PRIMARY && (!plain || where != null || method != null)) {
            throw new InvalidUsageException("a primary key is over columns of all rows, and nothing else");
        }
        if (language != null && kind != Kind.FULLTEXT) {
            throw new InvalidUsageException("only a full-text index knows a language");
        }
        if (method != null && (kind == Kind.FULLTEXT || kind == Kind.SPATIAL)) {
            throw new InvalidUsageException("the database knows how to build a full-text or spatial index; don't say "
                    + "how, or make it a plain index");
        }
    }

    public static IndexDefinition primary(List<String> columns) {
        return of(Kind.PRIMARY, columns);
    }

    public static IndexDefinition unique(List<String> columns) {
        return of(Kind.UNIQUE, columns);
    }

    public static IndexDefinition index(List<String> columns) {
        return of(Kind.INDEX, columns);
    }

    /** An index over all of these columns, in ascending order. */
    public static IndexDefinition of(Kind kind, List<String> columns) {
        return new IndexDefinition(
                kind, null, columns.stream().map(IndexPart::column).toList(), null, null, null);
    }

    public IndexDefinition withName(@Nullable String given) {
        return new IndexDefinition(kind, given, parts, where, method, language);
    }

    public IndexDefinition withParts(List<IndexPart> other) {
        return new IndexDefinition(kind, name, other, where, method, language);
    }

    public IndexDefinition withWhere(@Nullable String condition) {
        return new IndexDefinition(kind, name, parts, condition, method, language);
    }

    public IndexDefinition withMethod(@Nullable IndexMethod how) {
        return new IndexDefinition(kind, name, parts, where, how, language);
    }

    public IndexDefinition withLanguage(@Nullable String words) {
        return new IndexDefinition(kind, name, parts, where, method, words);
    }

    public boolean isPrimary() {
        return kind == Kind.PRIMARY;
    }

    /** The columns it is over by name; not those in an expression. */
    public List<String> columns() {
        return parts.stream()
                .flatMap(
                        part -> part instanceof IndexPart.OfColumn column ? Stream.of(column.column()) : Stream.empty())
                .toList();
    }

    /** Whether no two rows can have the same values in these columns: it is over the whole of them, or over fewer. */
    public boolean makesUnique(Collection<String> some) {
        return isUnique()
                && where == null
                && parts.stream()
                        .allMatch(part -> part instanceof IndexPart.OfColumn one
                                && one.length() == null
                                && some.contains(one.column()));
    }

    /** Whether SQL is a part of it, which a database may show in words of its own. */
    public boolean hasSql() {
        return where != null || parts.stream().anyMatch(IndexPart.OfExpression.class::isInstance);
    }

    /** True for the primary key and a unique constraint; a unique index is told apart from one by its method. */
    public boolean isConstraint() {
        return isUnique() && isOverColumns() && method == null;
    }

    /** Whether no two of the rows that it has are the same to it. */
    public boolean isUnique() {
        return kind == Kind.PRIMARY || kind == Kind.UNIQUE;
    }

    /** True when it sorts every row by all of some columns, as a constraint does. */
    public boolean isOverColumns() {
        return where == null
                && (method == null || method == IndexMethod.BTREE)
                && parts.stream()
                        .allMatch(part -> part instanceof IndexPart.OfColumn column
                                && !column.descending()
                                && column.length() == null
                                && column.operatorClass() == null);
    }
}
