package dev.ilana.schema.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnsupportedFeatureException;
import org.junit.jupiter.api.Test;

class SequenceDefinitionTest {

    private static final SequenceDefinition NUMBERS = SequenceDefinition.of(QualifiedName.of("numbers"));

    @Test
    void aSequenceThatDoesNotHoldTogetherIsRefused() {
        assertThatThrownBy(() -> NUMBERS.incrementedBy(0))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("sequence \"numbers\" is incremented by 0, so it would not move");
        assertThatThrownBy(() -> NUMBERS.atLeast(5).atMost(5))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("sequence \"numbers\" goes from 5 to 5, which is no room");
        assertThatThrownBy(() -> NUMBERS.atMost(5).startingWith(6))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("sequence \"numbers\" starts with 6, but its greatest number is 5");
        assertThatThrownBy(() -> NUMBERS.startingWith(6).atLeast(7))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("sequence \"numbers\" starts with 6, but its least number is 7");
        assertThatThrownBy(() -> NUMBERS.caching(0))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("sequence \"numbers\" has 0 numbers ready; at least 1");
    }

    @Test
    void whatADatabaseTakesByItselfIsLeftUnsaid() {
        SequenceLimits limits = SequenceLimits.of(Dialects.POSTGRESQL);
        SequenceDefinition all = NUMBERS.incrementedBy(-3)
                .atLeast(Long.MIN_VALUE)
                .atMost(-1)
                .startingWith(-1)
                .caching(1);

        assertThat(limits.unsaid(all)).isEqualTo(NUMBERS.incrementedBy(-3));
        assertThat(limits.unsaid(limits.said(NUMBERS.atLeast(4)))).isEqualTo(NUMBERS.atLeast(4));
        assertThat(limits.isAlready(all, NUMBERS.incrementedBy(-3))).isTrue();
        assertThat(limits.isAlready(all, NUMBERS.incrementedBy(-3).caching(2))).isFalse();
        assertThat(limits.isAlready(all, NUMBERS)).isFalse();
    }

    @Test
    void mySqlHasNone() {
        assertThatThrownBy(() -> SequenceLimits.of(Dialects.MYSQL))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("let a column count up");
    }
}
