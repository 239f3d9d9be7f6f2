package dev.ilana.schema.migrate.dump;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.migrate.sql.MalformedSqlException;
import dev.ilana.schema.migrate.sql.SqlScript;
import dev.ilana.schema.migrate.sql.SqlStatement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL that makes a database's tables anew, and the rows of its history with them.
 *
 * @param dialect the name of the database that it is for
 * @param history the table of the history, as {@code ilana_migrations} or {@code ops.ilana_migrations}
 * @param migrations the names of those that it stands for, in their order
 * @param leftOut what the database has and the statements do not make, such as {@code view city_names}
 * @param statements in the order to run them
 */
public record SchemaDump(
        String dialect, String history, List<String> migrations, List<String> leftOut, List<String> statements) {

    private static final Pattern HEAD = Pattern.compile("-- dump of (.+), history in (\\S+)");
    private static final String MIGRATION = "-- has ";
    private static final String LEFT_OUT = "-- left out: ";

    public SchemaDump {
        migrations = List.copyOf(migrations);
        leftOut = List.copyOf(leftOut);
        statements = List.copyOf(statements);
    }

    /**
     * Reads a dump for that database.
     *
     * @throws InvalidDumpException when it is none, is of another database, or can't be cut into statements
     */
    public static SchemaDump parse(String text, Dialect dialect) {
        Matcher head = HEAD.matcher(text.lines().findFirst().orElse(""));
        if (!head.matches()) {
            throw new InvalidDumpException("this is no dump: its first line is not \"-- dump of " + dialect.name()
                    + ", history in …\", as schema:dump writes it");
        }
        if (!head.group(1).equals(dialect.name())) {
            throw new InvalidDumpException(
                    "the dump is of " + head.group(1) + ", and the database is " + dialect.name());
        }
        try {
            List<String> statements = SqlScript.parse(text, dialect).up().stream()
                    .map(SqlStatement::text)
                    .toList();
            return new SchemaDump(
                    head.group(1), head.group(2), header(text, MIGRATION), header(text, LEFT_OUT), statements);
        } catch (MalformedSqlException e) {
            throw new InvalidDumpException("the dump can't be cut into statements: " + e.getMessage());
        }
    }

    /** What the lines before the first statement say after that word. */
    private static List<String> header(String text, String word) {
        return text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    /** The file, which {@link #parse} reads, and so does the database's own client. */
    public String text() {
        StringBuilder text = new StringBuilder("-- dump of " + dialect + ", history in " + history + "\n");
        migrations.forEach(name -> text.append(MIGRATION).append(name).append('\n'));
        leftOut.forEach(thing -> text.append(LEFT_OUT).append(thing).append('\n'));
        statements.forEach(sql -> text.append('\n').append(sql).append(";\n"));
        return text.toString();
    }

    /**
     * Nothing, when it makes a database whole whose history is in that table.
     *
     * @throws InvalidDumpException when something is left out of it, or its history is in another table
     */
    public void requireLoadable(QualifiedName table) {
        if (!leftOut.isEmpty()) {
            throw new InvalidDumpException("the dump leaves out " + String.join(", ", leftOut)
                    + "; write the SQL for it into the file in place of the line that says so, or migrate without the"
                    + " dump");
        }
        if (!history.equals(table.toString())) {
            throw new InvalidDumpException("the dump has its history in " + history + ", and the migrator in " + table
                    + "; dump it again, or migrate without the dump");
        }
    }

    /**
     * Nothing, when the history, as it is once the dump is loaded, has what the dump says it has.
     *
     * @throws InvalidDumpException when it has not
     */
    public void requireLoaded(List<String> loaded) {
        if (!loaded.containsAll(migrations)) {
            throw new InvalidDumpException("the dump says that it has " + String.join(", ", migrations)
                    + ", but its statements do not write them to the history; dump it again");
        }
    }
}
