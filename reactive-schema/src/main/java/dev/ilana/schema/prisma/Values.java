package dev.ilana.schema.prisma;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.Shown;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.ListOf;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.sql.Names;
import java.util.List;

/** What is given to an attribute or a function, as the kind of value that it must be. */
final class Values {

    private static final int MAX_DIGITS = 9;

    private Values() {}

    static String text(Expression given) {
        if (given instanceof Text text) {
            return text.value();
        }
        throw expected("a string", given);
    }

    static Name word(Expression given) {
        if (given instanceof Word word) {
            return new Name(word.text(), word.position());
        }
        throw expected("a word", given);
    }

    static List<Expression> list(Expression given) {
        if (given instanceof ListOf list) {
            return list.items();
        }
        throw expected("a list in brackets", given);
    }

    static int number(Expression given) {
        if (given instanceof Numeral number
                && number.digits().length() <= MAX_DIGITS
                && number.digits().chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(number.digits());
        }
        throw expected("a whole number", given);
    }

    /** The name that something has in the database. */
    static String databaseName(Expression given) {
        String name = text(given);
        if (!Names.isName(name)) {
            throw Malformed.at(
                    given.position(),
                    "\"" + Shown.of(name) + "\" can't be a name in the database: names start with a letter or _,"
                            + " go on with letters, digits, _ or $, and have 128 characters at most");
        }
        return name;
    }

    /** The name of something in code, once it can be one. */
    @CanIgnoreReturnValue
    static String codeName(String what, Name name) {
        if (name.text().indexOf('-') >= 0 || !Names.isName(name.text())) {
            throw Malformed.at(
                    name.position(),
                    "\"" + Shown.of(name.text()) + "\" can't be the name of a " + what
                            + ": names have letters, digits and _ in them, and 128 characters at most");
        }
        return name.text();
    }

    static MalformedPrismaException expected(String what, Expression given) {
        return Malformed.at(given.position(), "expected " + what + ", not " + Shown.of(given.written()));
    }
}
