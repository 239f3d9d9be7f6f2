package dev.ilana.schema.relations;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a foreign key say of the row they point at: {@code author} of {@code author_id}.
 *
 * @param stem the column without the name of the one it references; null where it does not end so, or there are several
 */
record KeyName(ForeignKeyDefinition key, @Nullable String stem) {

    static KeyName of(ForeignKeyDefinition key) {
        return new KeyName(
                key, key.columns().size() > 1 ? null : stem(key.columns().get(0), key));
    }

    private static @Nullable String stem(String column, ForeignKeyDefinition key) {
        String referenced = key.referencedColumns().get(0);
        int end = column.length() - referenced.length();
        if (end < 1 || !column.regionMatches(true, end, referenced, 0, referenced.length())) {
            return null;
        }
        String before = column.substring(0, end);
        if (before.endsWith("_")) {
            return before.length() == 1 ? null : before.substring(0, before.length() - 1);
        }
        // In camel case a capital tells where a word begins: authorId, and not paid of id.
        return Character.isUpperCase(column.charAt(end)) && Character.isLowerCase(before.charAt(before.length() - 1))
                ? before
                : null;
    }

    /** The name of the row that it points at. */
    String toOne() {
        if (stem != null) {
            return stem;
        }
        String table = Nouns.singular(key.referencedTable().name());
        return key.columns().size() > 1 ? table : joined(key.columns().get(0), table);
    }

    /** The name of one of the rows that it points at, for the other side of a table between. */
    String toOther() {
        return stem != null ? stem : Nouns.singular(key.referencedTable().name());
    }

    String columns() {
        return joined(key.columns().toArray(String[]::new));
    }

    /** The words as one name, in the way in which the columns are written. */
    String joined(String... words) {
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (isCamelCase()) {
                name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
            } else {
                name.append(name.charAt(name.length() - 1) == '_' || words[i].startsWith("_") ? "" : "_")
                        .append(words[i]);
            }
        }
        return name.toString();
    }

    private boolean isCamelCase() {
        return key.columns().stream()
                .anyMatch(column -> column.indexOf('_') < 0
                        && column.chars().anyMatch(Character::isUpperCase)
                        && column.chars().anyMatch(Character::isLowerCase));
    }
}
