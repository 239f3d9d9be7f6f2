package dev.ilana.schema.generate;

import dev.ilana.schema.definition.SequenceDefinition;
import org.jspecify.annotations.Nullable;

/** The words by which a schema is told of a sequence. */
final class SequenceWords {

    private static final Chain SEQUENCE = new Chain("sequence");

    private SequenceWords() {}

    /** @param word what the schema does with it */
    static String of(String word, SequenceDefinition sequence) {
        Chain told = SEQUENCE.sayIf(sequence.increment() != 1, "incrementedBy", number(sequence.increment()));
        told = said(told, "atLeast", sequence.least());
        told = said(told, "atMost", sequence.greatest());
        told = said(told, "startingWith", sequence.start());
        told = said(told, "caching", sequence.cache()).sayIf(sequence.cycles(), "cycling");
        String name = JavaLiteral.text(sequence.name().toString());
        return told.equals(SEQUENCE) && word.equals("createSequence")
                ? Chain.SCHEMA.say(word, name).text()
                : Chain.SCHEMA.say(word, name, "sequence -> " + told.text()).text();
    }

    private static Chain said(Chain chain, String word, @Nullable Long number) {
        return number == null ? chain : chain.say(word, number(number));
    }

    private static String number(long number) {
        return number == (int) number ? String.valueOf(number) : number + "L";
    }
}
