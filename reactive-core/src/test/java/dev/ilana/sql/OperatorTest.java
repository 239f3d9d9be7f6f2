package dev.ilana.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidOperatorException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {

    @ParameterizedTest
    @CsvSource({
        "=,EQ",
        "<>,NE",
        "!=,NE",
        "<,LT",
        "<=,LE",
        ">,GT",
        ">=,GE",
        "like,LIKE",
        "LIKE,LIKE",
        "Like,LIKE",
        "not like,NOT_LIKE",
        "NOT LIKE,NOT_LIKE"
    })
    void anOperatorIsKnownByItsSymbolInAnyCase(String text, Operator operator) {
        assertThat(Operator.of(text)).isEqualTo(operator);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void everyOperatorIsFoundByItsOwnSymbol(Operator operator) {
        assertThat(Operator.of(operator.symbol())).isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " =",
                "= ",
                "==",
                "=>",
                "=<",
                "<=>",
                "is",
                "in",
                "not  like",
                "regexp",
                "= 1 or 1",
                "= 1; drop table users; --",
                "like '%' or",
                "||",
                "\u0131ike",
                "EQ"
            })
    void anythingElseIsRefusedWithTheOnesThereAre(String text) {
        assertThatThrownBy(() -> Operator.of(text))
                .isInstanceOf(InvalidOperatorException.class)
                .hasMessage("not an operator here: \"" + text
                        + "\"; one of = <> != < <= > >= like, not like, ilike, not ilike");
    }

    @Test
    void theLanguageOfTheComputerDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Operator.of("LIKE")).isEqualTo(Operator.LIKE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"asc,ASC", "ASC,ASC", "Desc,DESC", "desc,DESC"})
    void aDirectionIsAscOrDesc(String text, Order.Direction direction) {
        assertThat(Order.Direction.of(text)).isEqualTo(direction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "up", "ascending", " asc", "asc nulls last", "desc; drop table users", "asc, (select 1)"})
    void anyOtherDirectionIsRefused(String text) {
        assertThatThrownBy(() -> Order.Direction.of(text))
                .isInstanceOf(InvalidOperatorException.class)
                .hasMessage("not an operator here: \"" + text + "\"; one of asc, desc");
    }

    @Test
    void aColumnIsReadWithOrWithoutItsTable() {
        assertThat(ColumnRef.parse("name")).isEqualTo(new ColumnRef(null, "name"));
        assertThat(ColumnRef.parse("users.name")).isEqualTo(new ColumnRef("users", "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c", "a..b", "users.*", "*", "a b.c", "a.b c", "a.\"b\"", "a->b"})
    void whatIsNoColumnIsRefused(String text) {
        assertThatThrownBy(() -> ColumnRef.parse(text)).isInstanceOf(InvalidNameException.class);
    }
}
