package dev.ilana.sql;

/** Two numbers and what is done with them. */
public record Arithmetic(Expression left, Operation operation, Expression right) implements Expression {

    /** The closed set of operations. Division is left out: the databases do not agree on that of integers. */
    public enum Operation {
        PLUS("+"),
        MINUS("-"),
        TIMES("*");

        private final String symbol;

        Operation(String symbol) {
            this.symbol = symbol;
        }

        /** How SQL writes it. */
        public String symbol() {
            return symbol;
        }
    }
}
