package dev.ilana.dialect;

import static dev.ilana.dialect.Spelling.column;
import static dev.ilana.dialect.Spelling.equal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.TooManyBindingsException;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Select;
import dev.ilana.sql.TableName;
import dev.ilana.sql.Value;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No statement binds more than its database takes. */
class BindingLimitTest {

    @Test
    void aStatementThatBindsMoreThanTheDatabaseTakesIsRefusedBeforeItIsSent() {
        for (Dialect dialect : Spelling.ALL) {
            int most = dialect.grammar().maxBindings();
            assertThatCode(() -> dialect.grammar().compile(insertOf(most)))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> dialect.grammar().compile(insertOf(most + 1)))
                    .as(dialect.name())
                    .isInstanceOf(TooManyBindingsException.class)
                    .hasMessageContaining(dialect.name())
                    .hasMessageContaining(String.valueOf(most))
                    .hasMessageContaining(String.valueOf(most + 1));
        }
    }

    @Test
    void eachDatabaseHasItsOwnBound() {
        assertThat(Spelling.ALL.stream()
                        .map(dialect -> dialect.grammar().maxBindings())
                        .toList())
                .containsExactly(100_000, 65_535, 65_535, 65_535);
    }

    @Test
    void aListOfTheLargestSizeFitsWithAConditionBesideIt() {
        for (Dialect dialect : Spelling.ALL) {
            List<Value> most = Collections.nCopies(dialect.grammar().maxListSize(), Value.of(1L));
            Select select = Select.from("users")
                    .withWhere(new In(column("id"), most, false).and(equal("live", true)))
                    .withLimit(5L);
            assertThatCode(() -> dialect.grammar().compile(select))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void paddingNeverMakesAListTooLongThatFitsWithoutIt() {
        List<Value> fitting = Collections.nCopies(40_000, Value.of(1L));
        Select select = Select.from("users").withWhere(new In(column("id"), fitting, false).and(equal("live", true)));
        for (Dialect dialect : Spelling.ALL) {
            assertThatCode(() -> dialect.grammar().compile(select))
                    .as(dialect.name())
                    .doesNotThrowAnyException();
        }
    }

    private static Insert insertOf(int bindings) {
        return new Insert(
                TableName.parse("t"),
                Collections.nCopies(bindings, "a"),
                List.of(Collections.nCopies(bindings, Value.of(1))),
                List.of());
    }
}
