package dev.ilana.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** The rules that look at a value alone; those that ask the database are in the contract. */
class RulesTest {

    /** No connection is made until somebody asks for one. */
    private static final Subject ANY = new Subject(
            "users", "name", Map.of(), Map.of(), UnaryOperator.identity(), Database.connect("h2:mem:unasked"));

    private static <T> @Nullable String wrong(Rule<T> rule, @Nullable T value) {
        return rule.check(value, ANY).block(Duration.ofSeconds(5));
    }

    @Test
    void whatIsRequiredIsThereAndNotBlankOrEmpty() {
        Rule<Object> rule = Rules.required();
        assertThat(wrong(rule, null)).isEqualTo("is required");
        assertThat(wrong(rule, "")).isEqualTo("is required");
        assertThat(wrong(rule, " \t\n")).isEqualTo("is required");
        assertThat(wrong(rule, List.of())).isEqualTo("is required");
        assertThat(wrong(rule, "x")).isNull();
        assertThat(wrong(rule, 0)).isNull();
        assertThat(wrong(rule, false)).isNull();
        assertThat(wrong(rule, List.of(1))).isNull();
    }

    @Test
    void everyOtherRuleLetsNullPass() {
        List<Rule<String>> ofText = List.of(
                Rules.length(1, 2),
                Rules.minLength(1),
                Rules.maxLength(1),
                Rules.pattern("x"),
                Rules.email(),
                Rules.in("x"),
                Rules.unique(),
                Rules.exists("users", "name"),
                Rule.of(text -> false, "is never good"),
                Rule.reactive(text -> Mono.just("is never good")));
        assertThat(ofText).allSatisfy(rule -> assertThat(wrong(rule, null)).isNull());
        List<Rule<Integer>> ofNumbers = List.of(Rules.range(1, 2), Rules.min(1), Rules.max(1));
        assertThat(ofNumbers).allSatisfy(rule -> assertThat(wrong(rule, null)).isNull());
    }

    @Test
    void aLengthIsCountedInCodePoints() {
        assertThat(wrong(Rules.length(2, 3), "a")).isEqualTo("must have 2 to 3 characters");
        assertThat(wrong(Rules.length(2, 3), "ab")).isNull();
        assertThat(wrong(Rules.length(2, 3), "abc")).isNull();
        assertThat(wrong(Rules.length(2, 3), "abcd")).isEqualTo("must have 2 to 3 characters");
        assertThat(wrong(Rules.maxLength(1), "🌙")).isNull();
        assertThat(wrong(Rules.maxLength(1), "🌙🌙")).isEqualTo("must have at most 1 characters");
        assertThat(wrong(Rules.minLength(2), "🌙")).isEqualTo("must have at least 2 characters");
        assertThat(wrong(Rules.minLength(2), "🌙🌙")).isNull();
        assertThatThrownBy(() -> Rules.length(3, 2)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> Rules.length(-1, 2)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aRangeHasItsEnds() {
        Rule<Integer> rule = Rules.range(1, 3);
        assertThat(wrong(rule, 0)).isEqualTo("must be between 1 and 3");
        assertThat(wrong(rule, 1)).isNull();
        assertThat(wrong(rule, 3)).isNull();
        assertThat(wrong(rule, 4)).isEqualTo("must be between 1 and 3");
        assertThat(wrong(Rules.<Integer>min(-100), -101)).isEqualTo("must be at least -100");
        assertThat(wrong(Rules.<Integer>min(-100), -100)).isNull();
        assertThat(wrong(Rules.<Integer>max(7), 8)).isEqualTo("must be at most 7");
        assertThat(wrong(Rules.<Integer>max(7), 7)).isNull();
        assertThatThrownBy(() -> Rules.range(3, 1)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void numbersAreComparedWithEveryDigit() {
        assertThat(wrong(Rules.<BigDecimal>max(new BigDecimal("0.1")), new BigDecimal("0.10000000000000000001")))
                .isEqualTo("must be at most 0.1");
        assertThat(wrong(Rules.<Long>max(Long.MAX_VALUE - 1), Long.MAX_VALUE)).isNotNull();
        assertThat(wrong(Rules.<Double>max(0.3), 0.1 + 0.2)).isEqualTo("must be at most 0.3");
        assertThat(wrong(Rules.<BigDecimal>min(0), new BigDecimal("1e400"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsInNoRange(double value) {
        assertThat(wrong(Rules.<Double>min(0), value)).isEqualTo("must be at least 0");
        assertThat(wrong(Rules.<Double>max(0), value)).isEqualTo("must be at most 0");
        assertThat(wrong(Rules.<Float>range(0, 1), (float) value)).isEqualTo("must be between 0 and 1");
    }

    @Test
    void aPatternIsOfTheWholeText() {
        Rule<String> rule = Rules.pattern("[A-Z]{2}\\d");
        assertThat(wrong(rule, "NG1")).isNull();
        assertThat(wrong(rule, "xNG1")).isEqualTo("must match [A-Z]{2}\\d");
        assertThat(wrong(rule, "NG1\n")).isEqualTo("must match [A-Z]{2}\\d");
        assertThatThrownBy(() -> Rules.pattern("(")).isInstanceOf(PatternSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "ada.l+tag@mail.example.org",
                "o'neill@example.ie",
                "àdùkẹ́@example.org",
                "ada@ọjà.example"
            })
    void anAddressHasANameAndADomain(String address) {
        assertThat(wrong(Rules.email(), address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@example.",
                "ada@.org",
                "ada@example..org",
                "a b@example.org",
                "ada@exam ple.org",
                "ada@@example.org",
                "ada@example.org\n",
                "ada@example.org,bob@example.org"
            })
    void whatHasNotIsNone(String text) {
        assertThat(wrong(Rules.email(), text)).isEqualTo("must be an e-mail address");
    }

    @Test
    void anAddressIsNotLongerThanMailTakes() {
        String domain = "d".repeat(63) + ".org";
        assertThat(wrong(Rules.email(), "n".repeat(64) + "@" + domain)).isNull();
        assertThat(wrong(Rules.email(), "n".repeat(65) + "@" + domain)).isNotNull();
        assertThat(wrong(Rules.email(), "n@" + "d.".repeat(126) + "org")).isNotNull();
    }

    @Test
    void oneOfSomeIsOneOfThem() {
        Rule<String> rule = Rules.in("red", "green");
        assertThat(wrong(rule, "red")).isNull();
        assertThat(wrong(rule, "RED")).isEqualTo("must be one of [red, green]");
    }

    @Test
    void aRuleOfOnesOwnIsAPredicateOrAsks() {
        assertThat(wrong(Rule.<String>of(text -> text.startsWith("x"), "must begin with x"), "y"))
                .isEqualTo("must begin with x");
        AtomicInteger asked = new AtomicInteger();
        Rule<String> asking = Rule.reactive(text -> {
            asked.incrementAndGet();
            return text.isEmpty() ? Mono.just("is empty") : Mono.empty();
        });
        Mono<String> check = asking.check("", ANY);
        assertThat(asked).hasValue(0);
        assertThat(check.block(Duration.ofSeconds(5))).isEqualTo("is empty");
        assertThat(wrong(asking, "x")).isNull();
        assertThat(asked).hasValue(2);
    }

    @Test
    void wordsNeverHaveTheValue() {
        List<Rule<String>> rules =
                List.of(Rules.length(1, 2), Rules.minLength(99), Rules.pattern("x"), Rules.email(), Rules.in("x"));
        assertThat(rules)
                .allSatisfy(
                        rule -> assertThat(wrong(rule, "a secret")).isNotNull().doesNotContain("secret"));
    }
}
