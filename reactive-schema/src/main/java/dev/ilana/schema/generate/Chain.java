package dev.ilana.schema.generate;

import java.util.List;
import java.util.stream.Collectors;

/** An expression, of which one thing after another is said: {@code t.string("name").nullable()}. */
record Chain(String text) {

    /** What the lambda of a blueprint calls it. */
    static final Chain BLUEPRINT = new Chain("t");

    static final Chain SCHEMA = new Chain("schema");

    /** @param arguments as they stand in the source */
    Chain say(String word, String... arguments) {
        return new Chain(text + "." + word + "(" + String.join(", ", arguments) + ")");
    }

    Chain sayIf(boolean condition, String word, String... arguments) {
        return condition ? say(word, arguments) : this;
    }

    /** With texts for arguments. */
    Chain sayTexts(String word, List<String> texts) {
        return say(word, texts(texts));
    }

    String statement() {
        return text + ";";
    }

    static String texts(List<String> texts) {
        return texts.stream().map(JavaLiteral::text).collect(Collectors.joining(", "));
    }
}
