package dev.ilana.schema.migrate.sql;

/**
 * Follows the words of a statement that makes a routine, to know whether a semicolon is inside of its {@code begin
 * atomic … end}.
 */
final class RoutineBody {

    private static final int CREATE_OR_REPLACE_FUNCTION = 4;

    private int words;
    private boolean creates;
    private boolean routine;
    private boolean afterBegin;
    private int depth;

    void next(String word) {
        words++;
        if (words == 1) {
            creates = word.equals("create");
        } else if (creates && words <= CREATE_OR_REPLACE_FUNCTION) {
            routine = routine || word.equals("function") || word.equals("procedure");
        }
        if (!routine) {
            return;
        }
        if (depth == 0) {
            depth = afterBegin && word.equals("atomic") ? 1 : 0;
            afterBegin = word.equals("begin");
        } else if (word.equals("begin") || word.equals("case")) {
            depth++;
        } else if (word.equals("end")) {
            depth--;
        }
    }

    boolean isOpen() {
        return depth > 0;
    }

    void reset() {
        words = 0;
        creates = false;
        routine = false;
        afterBegin = false;
        depth = 0;
    }
}
