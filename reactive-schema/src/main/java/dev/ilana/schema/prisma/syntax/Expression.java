package dev.ilana.schema.prisma.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** What is given to an attribute, a function or a setting. */
public sealed interface Expression {

    Position position();

    /** As it stands in a file. */
    String written();

    /** A string, without its quotes and escapes. */
    record Text(String value, Position position) implements Expression {

        public static Text of(String value) {
            return new Text(value, Position.NONE);
        }

        @Override
        public String written() {
            return StringLiteral.written(value);
        }
    }

    /** Digits, perhaps with a minus before and a point between. */
    record Numeral(String digits, Position position) implements Expression {

        public static Numeral of(String digits) {
            return new Numeral(digits, Position.NONE);
        }

        @Override
        public String written() {
            return digits;
        }
    }

    /** A word that stands for something: a field, a value of an enum, {@code true}. */
    record Word(String text, Position position) implements Expression {

        public static Word of(String text) {
            return new Word(text, Position.NONE);
        }

        @Override
        public String written() {
            return text;
        }
    }

    /** A function and what it is given, as {@code env("URL")}; or a field of an index, as {@code name(sort: Desc)}. */
    record Call(Name function, List<Argument> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }

        public static Call of(String function, Argument... arguments) {
            return new Call(Name.of(function), List.of(arguments));
        }

        @Override
        public Position position() {
            return function.position();
        }

        @Override
        public String written() {
            return function.text() + Argument.written(arguments);
        }
    }

    record ListOf(List<Expression> items, Position position) implements Expression {

        public ListOf {
            items = List.copyOf(items);
        }

        public static ListOf of(List<? extends Expression> items) {
            return new ListOf(List.copyOf(items), Position.NONE);
        }

        /** A list of these words. */
        public static ListOf words(List<String> words) {
            return of(words.stream().map(Word::of).toList());
        }

        @Override
        public String written() {
            return items.stream().map(Expression::written).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
