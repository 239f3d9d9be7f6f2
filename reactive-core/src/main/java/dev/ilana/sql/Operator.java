package dev.ilana.sql;

import dev.ilana.error.InvalidOperatorException;
import java.util.EnumSet;
import java.util.Set;

/** The closed set of comparisons. */
public enum Operator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    LIKE("like"),
    NOT_LIKE("not like"),
    /** Like, in small letters or capitals. */
    ILIKE("ilike"),
    NOT_ILIKE("not ilike");

    private static final Set<Operator> COMPARISONS = EnumSet.range(EQ, GE);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Whether it compares text with a pattern. */
    public boolean isOfText() {
        return !COMPARISONS.contains(this);
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
        return switch (Keywords.lower(text)) {
            case "=" -> EQ;
            case "<>", "!=" -> NE;
            case "<" -> LT;
            case "<=" -> LE;
            case ">" -> GT;
            case ">=" -> GE;
            case "like" -> LIKE;
            case "not like" -> NOT_LIKE;
            case "ilike" -> ILIKE;
            case "not ilike" -> NOT_ILIKE;
            default -> throw new InvalidOperatorException(text, "= <> != < <= > >= like, not like, ilike, not ilike");
        };
    }

    /**
     * The operator a user named, for what is no text and so can't be like a pattern: numbers, dates, rows of values.
     *
     * @throws InvalidOperatorException when it is none of {@code = <> != < <= > >=}
     */
    public static Operator ofNumbers(String text) {
        Operator operator = of(text);
        if (!COMPARISONS.contains(operator)) {
            throw new InvalidOperatorException(text, "= <> != < <= > >=");
        }
        return operator;
    }
}
