package dev.ilana.schema.lint;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks over the statements of one migration. What it does to a table that it made itself is safe. */
public final class Lint {

    private static final String NAME = "[\\w$.]+";
    private static final Pattern CREATE_TABLE =
            Pattern.compile("^create (?:temporary |unlogged )?table (?:if not exists )?(" + NAME + ")");
    private static final Pattern ALTER_TABLE =
            Pattern.compile("^alter table (?:if exists )?(?:only )?(" + NAME + ") (.*)$");
    private static final Pattern DROP_TABLE = Pattern.compile("^drop table (?:if exists )?(" + NAME + ")");
    private static final Pattern CREATE_INDEX =
            Pattern.compile("^create (?:unique )?index (?!.*\\bconcurrently\\b)" + ".*? on (?:only )?(" + NAME + ")");
    private static final Pattern CONCURRENTLY =
            Pattern.compile("^(?:create|drop|re)\\s?(?:unique )?index.* concurrently ");
    private static final Pattern ADD_COLUMN =
            Pattern.compile("\\badd (?:column )?(?:if not exists )?(?!constraint|primary"
                    + "|unique|foreign|check|index|key|fulltext)" + NAME + " [a-z].*");
    private static final Pattern VOLATILE = Pattern.compile(
            "\\bdefault \\(?(?:random|gen_random_uuid|uuid_generate_v\\d\\w*|clock_timestamp|nextval|uuid|rand|random_uuid)\\(");
    private static final Pattern INT_KEY =
            Pattern.compile("\\b(?:int|integer|int4|serial|smallint|smallserial)\\b[^,]*" + "\\bprimary key\\b");
    private static final Pattern INT_COLUMN =
            Pattern.compile("[(,] ?(" + NAME + ") (?:int|integer|int4|serial|smallint|smallserial)\\b");
    private static final Pattern KEY_OF_TABLE = Pattern.compile("primary key \\((" + NAME + ")\\)");
    private static final Pattern NO_TIMEOUT = Pattern.compile(
            "(?i)^set\\s+(?:session\\s+|local\\s+)?(?:lock_timeout|lock_wait_timeout)\\s*(?:=|\\s|to)\\s*'?0\\D*$");
    private static final Pattern WRITE = Pattern.compile("^(?:insert|update|delete|merge|replace|with)\\b.*");
    private static final Pattern DEFINITION = Pattern.compile("^(?:create|alter|drop|rename|truncate)\\b.*");

    private final Dialect dialect;
    private final boolean inTransaction;
    private final Set<String> made = new HashSet<>();
    private final List<LintFinding> findings = new ArrayList<>();
    private int definitions;
    private int writes;

    private Lint(Dialect dialect, boolean inTransaction) {
        this.dialect = dialect;
        this.inTransaction = inTransaction;
    }

    /**
     * What is unsafe in them, in their order; empty when nothing is.
     *
     * @param inTransaction whether they are sent in one transaction
     */
    public static List<LintFinding> check(Dialect dialect, List<String> statements, boolean inTransaction) {
        Lint lint = new Lint(dialect, inTransaction);
        statements.forEach(statement -> lint.look(statement, plain(statement)));
        return List.copyOf(lint.findings);
    }

    /** Without comments, quotes, what is in strings, and differences of space and case. */
    private static String plain(String sql) {
        return sql.replaceAll("'(?:[^']|'')*'", "''")
                .replaceAll("(?s)/\\*(?!!).*?\\*/", " ")
                .replaceAll("--[^\\n]*", " ")
                .replaceAll("[\"`]", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
    }

    private void look(String statement, String sql) {
        table(statement, sql);
        alter(statement, sql);
        index(statement, sql);
        if (sql.matches("^(?:update|delete from) .*") && !sql.contains(" where ")) {
            find(LintRule.WRITE_OF_ALL_ROWS, statement);
        }
        if (sql.startsWith("truncate ")) {
            find(LintRule.TRUNCATE, statement);
        }
        // In the statement itself: here the string is what counts.
        find(NO_TIMEOUT.matcher(statement.strip()).find(), LintRule.TIMEOUT_TAKEN_AWAY, statement);
        together(statement, sql);
    }

    private void together(String statement, String sql) {
        boolean definition = DEFINITION.matcher(sql).matches();
        boolean write = WRITE.matcher(sql).matches();
        boolean mixed = definitions > 0 && writes > 0;
        definitions += definition ? 1 : 0;
        writes += write ? 1 : 0;
        if (!mixed && definitions > 0 && writes > 0) {
            find(LintRule.DATA_AND_DEFINITIONS, statement);
        }
        if (definition && definitions == 2 && !dialect.supports(Capability.TRANSACTIONAL_DDL)) {
            find(LintRule.MANY_DEFINITIONS, statement);
        }
    }

    private void table(String statement, String sql) {
        Matcher create = CREATE_TABLE.matcher(sql);
        if (create.find()) {
            made.add(create.group(1));
            columns(statement, sql);
            Matcher key = KEY_OF_TABLE.matcher(sql);
            Matcher integer = INT_COLUMN.matcher(sql);
            boolean narrow = INT_KEY.matcher(sql).find();
            while (!narrow && key.find()) {
                integer.reset();
                while (!narrow && integer.find()) {
                    narrow = integer.group(1).equals(key.group(1));
                }
            }
            if (narrow) {
                find(LintRule.INT_KEY, statement);
            }
        }
        Matcher drop = DROP_TABLE.matcher(sql);
        if (drop.find() && !made.contains(drop.group(1))) {
            find(LintRule.DROP_TABLE, statement);
        }
        if (sql.startsWith("rename table ")) {
            find(LintRule.RENAME_TABLE, statement);
        }
    }

    private void columns(String statement, String sql) {
        if (isPostgreSql() && sql.matches(".*[\\w$] json\\b.*")) {
            find(LintRule.JSON_INSTEAD_OF_JSONB, statement);
        }
    }

    private void alter(String statement, String sql) {
        Matcher alter = ALTER_TABLE.matcher(sql);
        if (!alter.find() || made.contains(alter.group(1))) {
            return;
        }
        String change = alter.group(2);
        find(
                change.matches(
                                ".*\\bdrop (?:column )?(?!constraint|index|primary|foreign|key|check|default|not |identity|expression)"
                                        + "(?:if exists )?" + NAME + ".*")
                        && !change.startsWith("alter "),
                LintRule.DROP_COLUMN,
                statement);
        find(change.matches("^rename (?:to|as) .*"), LintRule.RENAME_TABLE, statement);
        find(
                change.matches(".*\\b(?:rename column|change(?: column)?|alter column " + NAME + " rename to) .*"),
                LintRule.RENAME_COLUMN,
                statement);
        find(
                change.matches(".*\\balter (?:column )?" + NAME + " (?:set data )?type .*|.*\\bmodify(?: column)? .*"),
                LintRule.CHANGE_TYPE,
                statement);
        find(change.matches(".*\\bset not null\\b.*"), LintRule.SET_NOT_NULL, statement);
        if (ADD_COLUMN.matcher(change).find()) {
            columns(statement, sql);
            find(
                    change.contains("not null")
                            && !change.matches(
                                    ".*\\b(?:default|generated|auto_increment|identity|serial|bigserial)\\b.*"),
                    LintRule.NOT_NULL_WITHOUT_DEFAULT,
                    statement);
            find(VOLATILE.matcher(change).find(), LintRule.VOLATILE_DEFAULT, statement);
        }
        if (isPostgreSql() && change.startsWith("add ") && !change.contains("not valid")) {
            find(change.matches(".*\\bforeign key\\b.*"), LintRule.FOREIGN_KEY_NOT_VALID, statement);
            find(change.matches("^add (?:constraint " + NAME + " )?check\\b.*"), LintRule.CHECK_NOT_VALID, statement);
            find(
                    change.matches("^add (?:constraint " + NAME + " )?unique\\b(?!.*using index).*"),
                    LintRule.UNIQUE_WITHOUT_INDEX,
                    statement);
        }
    }

    private void index(String statement, String sql) {
        Matcher create = CREATE_INDEX.matcher(sql);
        if (isPostgreSql() && create.find() && !made.contains(create.group(1))) {
            find(LintRule.INDEX_NOT_CONCURRENTLY, statement);
        }
        if (inTransaction && CONCURRENTLY.matcher(sql).find()) {
            find(LintRule.CONCURRENTLY_IN_TRANSACTION, statement);
        }
    }

    private boolean isPostgreSql() {
        return dialect == Dialects.POSTGRESQL;
    }

    private void find(boolean found, LintRule rule, String statement) {
        if (found) {
            find(rule, statement);
        }
    }

    private void find(LintRule rule, String statement) {
        findings.add(new LintFinding(rule, statement));
    }
}
