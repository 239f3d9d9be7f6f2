package dev.ilana.schema.generate;

import org.jspecify.annotations.Nullable;

/**
 * A column as a model declares it.
 *
 * @param javaType what it holds, as the source writes it
 * @param declared its declaration, so far
 * @param plain the class of its values, where they are stored as they are
 */
record ModelColumn(
        String javaType, Chain declared, @Nullable Class<?> plain) {

    /** @param word that of the table, which declares it */
    static ModelColumn plain(String table, String word, String column, Class<?> type, Imports imports) {
        return new ModelColumn(imports.name(type), new Chain(table).say(word, JavaLiteral.text(column)), type);
    }

    /** With more to say of it. */
    ModelColumn say(String word, String... arguments) {
        return new ModelColumn(javaType, declared.say(word, arguments), plain);
    }

    /** The column as an argument of what its table says of it: {@code USERS.key(USERS.string("code"))}. */
    ModelColumn within(String table, String word, String... more) {
        String arguments = more.length == 0 ? "" : ", " + String.join(", ", more);
        return new ModelColumn(javaType, new Chain(table).say(word, declared.text() + arguments), plain);
    }
}
