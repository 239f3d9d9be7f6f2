package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.definition.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DDL of MySQL 8 and MariaDB 10.5, which have the same words for tables. */
final class MySqlDdl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 64;
    private static final String CHARSET = "utf8mb4";

    private MySqlDdl(Identifiers names, Literals literals, ColumnGrammar columns) {
        super(names, columns, new MySqlIndexes(names, literals), new ConstraintGrammar.MySql(names, literals));
    }

    static MySqlDdl mySql() {
        Identifiers names = names(Dialects.MYSQL);
        Literals literals = new Literals.MySql();
        return new MySqlDdl(names, literals, new MySqlColumns(names, new MySqlTypes(names, literals, "srid ")));
    }

    static MySqlDdl mariaDb() {
        Identifiers names = names(Dialects.MARIADB);
        Literals literals = new Literals.MySql();
        return new MySqlDdl(
                names, literals, new MariaDbColumns(names, new MySqlTypes(names, literals, "ref_system_id = ")));
    }

    private static Identifiers names(Dialect dialect) {
        return new Identifiers(dialect, MAX_NAME_LENGTH);
    }

    @Override
    String tableOptions(TableDefinition table) {
        TextRules text = table.options().text();
        String engine = table.options().engine();
        return " engine = " + (engine == null ? "InnoDB" : engine) + " default character set " + charset(text)
                + (text.collation() == null ? "" : " collate " + text.collation())
                + (table.comment() == null ? "" : " comment = " + literals().string(table.comment()));
    }

    /** A change of alphabet is one of every column that has the table's. */
    @Override
    String changedOptions(TableOptions options) {
        List<String> changes = new ArrayList<>();
        if (options.engine() != null) {
            changes.add("engine = " + options.engine());
        }
        TextRules text = options.text();
        if (!text.equals(TextRules.NONE)) {
            changes.add("convert to character set " + charset(text)
                    + (text.collation() == null ? "" : " collate " + text.collation()));
        }
        return String.join(", ", changes);
    }

    /** A collation's name begins with the character set that it is of. */
    private static String charset(TextRules text) {
        String collation = text.collation();
        if (text.charset() != null) {
            return text.charset();
        }
        return collation == null || collation.indexOf('_') < 0
                ? CHARSET
                : collation.substring(0, collation.indexOf('_'));
    }

    /** The comments stand in the table and its columns. */
    @Override
    List<String> comments(TableDefinition table) {
        return List.of();
    }

    @Override
    String commentOnTable(QualifiedName table, @Nullable String comment) {
        return names().alter(table) + " comment = " + literals().string(comment == null ? "" : comment);
    }

    /** A name without its schema would move the table to the one in use. */
    @Override
    String renameTable(RenameTable rename) {
        return names().alter(rename.table()) + " rename to "
                + names().quoted(rename.table().sibling(rename.newName()));
    }

    @Override
    public String foreignKeyChecks(boolean on) {
        return "set foreign_key_checks = " + (on ? 1 : 0);
    }
}
