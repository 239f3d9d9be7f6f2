package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import org.junit.jupiter.api.Test;

class EnumCastTest {

    enum Level {
        LOW(1, "same"),
        HIGH(2, "same") {
            @Override
            public String toString() {
                return "High!";
            }
        };

        private final int code;
        private final String word;

        Level(int code, String word) {
            this.code = code;
            this.word = word;
        }

        int code() {
            return code;
        }

        String word() {
            return word;
        }
    }

    enum None {}

    @Test
    void byNameItIsTheNameWhateverToStringSays() {
        EnumCast<Level, String> cast = EnumCast.of(Level.class);
        assertThat(cast.stored()).isSameAs(Stored.STRING);
        assertThat(cast.set(Level.HIGH)).isEqualTo("HIGH");
        assertThat(cast.get("HIGH")).isSameAs(Level.HIGH);
    }

    @Test
    void byAValueItIsStoredAsTheTypeOfThat() {
        EnumCast<Level, Integer> cast = EnumCast.by(Level.class, Level::code);
        assertThat(cast.stored()).isSameAs(Stored.INTEGER);
        assertThat(cast.set(Level.HIGH)).isEqualTo(2);
        assertThat(cast.get(1)).isSameAs(Level.LOW);
        assertThat(cast.accept("2", "x")).isSameAs(Level.HIGH);
        assertThat(cast.accept(Level.HIGH, "x")).isSameAs(Level.HIGH);
    }

    @Test
    void whatIsNoConstantsIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> EnumCast.of(Level.class).get("MIDDLE"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a Level takes one of [LOW, HIGH], not java.lang.String");
        assertThatThrownBy(() -> EnumCast.by(Level.class, Level::code).get(3))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("[1, 2]");
    }

    @Test
    void twoConstantsOfTheSameValueAreRefusedAtOnce() {
        assertThatThrownBy(() -> EnumCast.by(Level.class, Level::word))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("LOW and High! of Level are stored as the same; give each constant a value of its own");
    }

    @Test
    void aValueThatNoColumnHoldsIsRefusedAtOnce() {
        assertThatThrownBy(() -> EnumCast.by(Level.class, Level::getDeclaringClass))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> EnumCast.by(None.class, None::name)).isInstanceOf(InvalidUsageException.class);
    }
}
