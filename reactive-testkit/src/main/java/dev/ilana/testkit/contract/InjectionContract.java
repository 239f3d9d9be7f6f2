package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.contract.Attack.Kind;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every place of the query API that takes a text, tried with every hostile one: each is refused by an error of ours, or is
 * only a name in quotes, or only a value.
 */
public interface InjectionContract extends HostileValueContract {

    @Test
    @Feature("7.1")
    default void thereAreEnoughHostileTexts() {
        assertThat(HostileStrings.all()).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    }

    @Test
    @Feature("7.1")
    default void aNameIsRefusedOrStandsInQuotes(Runner run) {
        assertThat(problems(run, Kind.NAME)).isEmpty();
        assertThat(problems(run, Kind.LANGUAGE)).isEmpty();
    }

    @Test
    @Feature("7.1")
    default void aWordOutsideOfItsSetIsRefused(Runner run) {
        assertThat(problems(run, Kind.WORD)).isEmpty();
        assertThat(problems(run, Kind.LOOKUP)).isEmpty();
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.1")
    default void aValueIsBound(Runner run) {
        assertThat(problems(run, Kind.VALUE)).isEmpty();
    }

    @Test
    @Feature("7.4")
    default void aPathIntoJsonIsOnlyKeys(Runner run) {
        assertThat(problems(run, Kind.PATH)).isEmpty();
    }

    private static List<String> problems(Runner run, Kind kind) {
        List<String> hostile = HostileStrings.all();
        List<String> problems = new ArrayList<>();
        for (Attack attack : Attacks.all()) {
            if (attack.kind() == kind) {
                problems.addAll(Trial.problems(run, attack, hostile));
            }
        }
        return problems;
    }
}
