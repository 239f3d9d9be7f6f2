package dev.ilana.schema.migrate.sql;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.util.Map;

/**
 * What a database's text is made of, as far as it decides where a statement ends.
 *
 * @param dollarTags whether {@code $$…$$} may have a name between its dollars; without, only {@code $$} is known
 * @param dollars whether there are dollar quotes at all
 * @param backslashes whether a backslash escapes in every string; where not, {@code E'…'} may be such a string
 * @param escapeStrings whether there are {@code E'…'} strings
 * @param nestedComments whether a block comment may hold another
 * @param mySqlWords whether there are {@code #} comments, backticks, {@code delimiter} and comments that are run; a
 *     comment of two dashes then needs a space behind them
 * @param atomicBodies whether a routine's body may be {@code begin atomic … end}, semicolons included
 */
record SqlLexis(
        boolean dollars,
        boolean dollarTags,
        boolean backslashes,
        boolean escapeStrings,
        boolean nestedComments,
        boolean mySqlWords,
        boolean atomicBodies) {

    private static final SqlLexis POSTGRESQL = new SqlLexis(true, true, false, true, true, false, true);
    private static final SqlLexis H2 = new SqlLexis(true, false, false, false, true, false, false);
    private static final SqlLexis MYSQL = new SqlLexis(false, false, true, false, false, true, false);

    private static final Map<Dialect, SqlLexis> ALL =
            Map.of(Dialects.POSTGRESQL, POSTGRESQL, Dialects.H2, H2, Dialects.MYSQL, MYSQL, Dialects.MARIADB, MYSQL);

    static SqlLexis of(Dialect dialect) {
        SqlLexis lexis = ALL.get(dialect);
        if (lexis == null) {
            throw new UnsupportedFeatureException(
                    dialect.name(), "migrations in SQL files", "write them in Java, with schema.raw");
        }
        return lexis;
    }
}
