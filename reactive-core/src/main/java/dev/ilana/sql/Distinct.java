package dev.ilana.sql;

import java.util.List;

/** That no two rows of the result are alike; or, with expressions, that no two have the same values of these. */
public record Distinct(List<Expression> on) {

    public Distinct {
        on = List.copyOf(on);
    }
}
