package dev.ilana.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                " users",
                "users ",
                "two words",
                "users;",
                "users; drop table users",
                "users--",
                "users -- x",
                "users/*x*/",
                "users#",
                "\"users\"",
                "us\"ers",
                "us\"\"ers",
                "`users`",
                "us`ers",
                "'users'",
                "us'ers",
                "[users]",
                "users]",
                "a.b",
                ".a",
                "a.",
                "*",
                "count(*)",
                "users)",
                "(select 1)",
                "a,b",
                "a=b",
                "a or 1=1",
                "a||b",
                "a+b",
                "a-b",
                "a%",
                "a?",
                "$1",
                "$a",
                "1a",
                "0",
                "a:b",
                "a@b",
                "@@version",
                "a\\b",
                "a/b",
                "a\nb",
                "a\tb",
                "a\rb",
                "a\u0000b",
                "\u0000",
                "a\u00a0b",
                "a\u200bb",
                "a\u2028b",
                "\ufeffusers",
                "users\uff02",
                "\u02bcusers\u2019",
                "a\u0301",
                "\ud83d\ude00",
                "a\ud83d\ude00",
                "\ud800",
                "a<b",
                "a>b",
                "a!",
                "~a",
                "a{b}",
                "x".repeat(129));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatWouldHaveToBeSqlIsRefused(String name) {
        assertThatThrownBy(() -> Names.check(name))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("not a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "_", "_a", "users", "Users", "user_id", "a1", "a$b", "a$", "select", "order", "größe", "élève",
                "Ìlànà", "имя", "名前", "ελ", "a٣"
            })
    void aNameMayHaveLettersOfAnyLanguage(String name) {
        assertThat(Names.check(name)).isSameAs(name);
    }

    @Test
    void aNameMayHave128Characters() {
        assertThat(Names.check("x".repeat(128))).hasSize(128);
    }

    @Test
    void aLongRefusedNameIsCutInTheMessage() {
        assertThatThrownBy(() -> Names.check("x".repeat(5_000)))
                .hasMessageContaining("x".repeat(40) + "…")
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ʼenglish", "engliſh", "name$1", "english'", "pg_catalog.english", ""})
    void whatStandsInsideOfQuotesIsPlainAscii(String language) {
        assertThat(Names.checkPlain("english_2")).isEqualTo("english_2");
        assertThatThrownBy(() -> Names.checkPlain(language)).isInstanceOf(InvalidNameException.class);
    }
}
