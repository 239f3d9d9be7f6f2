package dev.ilana.schema.migrate.sql;

import dev.ilana.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The statements of an SQL file. Its sections begin with the comments {@code -- up} and {@code -- down}, each on a line
 * of its own; a file without sections is all up.
 *
 * @param down null when the file has no such section
 */
public record SqlScript(List<SqlStatement> up, @Nullable List<SqlStatement> down) {

    private static final String UP = "up";
    private static final String DOWN = "down";

    public SqlScript {
        up = List.copyOf(up);
        down = down == null ? null : List.copyOf(down);
    }

    /**
     * Reads a file for that database.
     *
     * @throws MalformedSqlException when something is opened and not closed, a section comes twice, or a statement
     *     stands before the first section
     */
    public static SqlScript parse(String text, Dialect dialect) {
        List<SqlStatement> up = new ArrayList<>();
        List<SqlStatement> down = new ArrayList<>();
        List<SqlStatement> before = new ArrayList<>();
        List<SqlStatement> current = before;
        boolean hasUp = false;
        boolean hasDown = false;
        for (SqlScanner.Piece piece : new SqlScanner(text, SqlLexis.of(dialect)).pieces()) {
            String word = piece.isComment() ? piece.text().toLowerCase(Locale.ROOT) : "";
            if (word.equals(UP)) {
                refuse(hasUp, piece, "there is a section \"-- up\" already");
                hasUp = true;
                current = up;
            } else if (word.equals(DOWN)) {
                refuse(hasDown, piece, "there is a section \"-- down\" already");
                hasDown = true;
                current = down;
            } else if (!piece.isComment()) {
                current.add(new SqlStatement(piece.text(), piece.line()));
            }
        }
        if (hasUp && !before.isEmpty()) {
            throw new MalformedSqlException(before.get(0).line(), 1, "a statement stands before the section \"-- up\"");
        }
        return new SqlScript(hasUp ? up : before, hasDown ? down : null);
    }

    /** Whether a comment begins a section, which also ends the statement before it. */
    static boolean isSection(String comment) {
        return comment.equalsIgnoreCase(UP) || comment.equalsIgnoreCase(DOWN);
    }

    private static void refuse(boolean refused, SqlScanner.Piece piece, String what) {
        if (refused) {
            throw new MalformedSqlException(piece.line(), 1, what);
        }
    }
}
