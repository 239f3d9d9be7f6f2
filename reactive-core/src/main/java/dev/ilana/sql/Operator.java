package dev.ilana.sql;

import dev.ilana.error.InvalidOperatorException;
import java.util.Locale;

/** The closed set of comparisons. */
public enum Operator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    LIKE("like"),
    NOT_LIKE("not like");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How SQL writes it. */
    public String symbol() {
        return symbol;
    }

    /**
     * The operator a user named; {@code !=} is {@code <>}, and case does not matter.
     *
     * @throws InvalidOperatorException when it is none of them
     */
    public static Operator of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "=" -> EQ;
            case "<>", "!=" -> NE;
            case "<" -> LT;
            case "<=" -> LE;
            case ">" -> GT;
            case ">=" -> GE;
            case "like" -> LIKE;
            case "not like" -> NOT_LIKE;
            default -> throw new InvalidOperatorException(text, "= <> != < <= > >= like, not like");
        };
    }
}
