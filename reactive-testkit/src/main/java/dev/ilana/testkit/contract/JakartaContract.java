package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Guest.AGE;
import static dev.ilana.testkit.contract.club.Guest.FULL_NAME;
import static dev.ilana.testkit.contract.club.Guest.GUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.ValidationException;
import dev.ilana.testkit.contract.club.Guest;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The constraints on a model's getters are its rules, beside those of its columns. */
public interface JakartaContract extends ClubContract {

    @Test
    @Feature("2.11")
    default void constraintsOnGettersAreKeptByEveryWrite(Runner run) {
        Guest young = new Guest().set(FULL_NAME, "A").set(AGE, 7);
        run.forgetStatements();
        assertThat(failures(run, young))
                .isEqualTo(Map.of("age", List.of("must be of age"), "full_name", List.of("must have 2 to 20 letters")));
        assertThat(run.statements()).isEmpty();

        Guest ada = run.get(young.set(FULL_NAME, "Ada").set(AGE, 18).save());
        assertThat(failures(run, ada.set(AGE, 17))).isEqualTo(Map.of("age", List.of("must be of age")));
        assertThat(run.get(GUESTS.query().sole()).get(AGE)).isEqualTo(18);
    }

    @Test
    @Feature("2.11")
    default void theyAreSaidTogetherWithTheRulesOfColumns(Runner run) {
        assertThat(failures(run, new Guest().set(FULL_NAME, "x".repeat(31))))
                .isEqualTo(
                        Map.of("full_name", List.of("must have at most 30 characters", "must have 2 to 20 letters")));
        assertThat(failures(run, new Guest())).isEqualTo(Map.of("full_name", List.of("must have a name")));
    }

    private static Map<String, List<String>> failures(Runner run, Guest guest) {
        Throwable error = run.error(guest.save());
        assertThat(error).isInstanceOf(ValidationException.class);
        return ((ValidationException) error).failures();
    }
}
