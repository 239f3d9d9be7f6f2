package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.HOME;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static dev.ilana.testkit.contract.club.Country.CODE;
import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Country.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.ModelQuery;
import dev.ilana.testkit.contract.club.Account;
import dev.ilana.testkit.contract.club.Country;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model's table leaves out of every query is left out of its relations too, until a query takes it in. */
public interface ScopeContract extends ClubContract {

    /** Of Nigeria: Ada is there, Bob is closed, Cyd is in debt, and Dan is both. */
    @Override
    @BeforeEach
    default void emptyClub(Runner run) {
        ClubContract.super.emptyClub(run);
        run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        account(run, "Ada", 1);
        run.get(account(run, "Bob", 2).delete());
        account(run, "Cyd", -3);
        run.get(account(run, "Dan", -4).delete());
        run.forgetStatements();
    }

    @CanIgnoreReturnValue
    private static Account account(Runner run, String owner, int balance) {
        return run.get(HOME.associate(Account.of(owner), run.get(COUNTRIES.findOrFail("NG")))
                .set(BALANCE, balance)
                .save());
    }

    private static List<String> loaded(Runner run, UnaryOperator<ModelQuery<Account>> fitting) {
        return run.get(COUNTRIES.with(Country.ACCOUNTS, fitting).sole()).get(Country.ACCOUNTS).stream()
                .map(account -> account.get(OWNER))
                .sorted()
                .toList();
    }

    @Test
    @Feature({"3.3", "6.4", "11.1"})
    default void aLoadedRelationHasWhatItsTableShows(Runner run) {
        assertThat(loaded(run, accounts -> accounts)).containsExactly("Ada");
        assertThat(loaded(run, accounts -> accounts.withTrashed())).containsExactly("Ada", "Bob");
        assertThat(loaded(run, accounts -> accounts.onlyTrashed())).containsExactly("Bob");
        assertThat(loaded(run, accounts -> accounts.withTrashed().withoutTrashed()))
                .containsExactly("Ada");
        assertThat(loaded(run, accounts -> accounts.withoutGlobalScope("solvent")))
                .containsExactly("Ada", "Cyd");
        assertThat(loaded(
                        run, accounts -> accounts.withoutGlobalScope("solvent").onlyTrashed()))
                .containsExactly("Bob", "Dan");
        assertThat(loaded(run, accounts -> accounts.withoutGlobalScopes())).containsExactly("Ada", "Bob", "Cyd", "Dan");
    }

    @Test
    @Feature({"3.3", "6.4", "11.1"})
    default void anOrDoesNotGetAroundIt(Runner run) {
        assertThat(loaded(run, accounts -> accounts.where(OWNER.eq("Ada")).orWhere(OWNER.ne("Ada"))))
                .containsExactly("Ada");
        assertThat(loaded(
                        run,
                        accounts ->
                                accounts.onlyTrashed().where(OWNER.eq("Ada")).orWhere(OWNER.ne("Ada"))))
                .containsExactly("Bob");
    }

    @Test
    @Feature({"3.3", "6.4", "8.5"})
    default void aLimitForEachParentCountsWhatIsShown(Runner run) {
        assertThat(loaded(run, accounts -> accounts.orderByDesc(OWNER).limit(1)))
                .containsExactly("Ada");
        assertThat(loaded(
                        run,
                        accounts -> accounts.withTrashed().orderByDesc(OWNER).limit(1)))
                .containsExactly("Bob");
    }

    @Test
    @Feature({"3.3", "6.4", "10.4"})
    default void theRelationOfOneModelIsUnderThemToo(Runner run) {
        Country nigeria = run.get(COUNTRIES.findOrFail("NG"));
        assertThat(run.list(Country.ACCOUNTS.of(nigeria).pluck(OWNER))).containsExactly("Ada");
        assertThat(run.list(Country.ACCOUNTS.of(nigeria).onlyTrashed().pluck(OWNER)))
                .containsExactly("Bob");
        assertThat(run.get(Country.ACCOUNTS.of(nigeria).withTrashed().count())).isEqualTo(2);
        assertThat(run.get(Country.ACCOUNTS.of(nigeria).delete())).isEqualTo(1);
        assertThat(run.get(ACCOUNTS.query().withoutGlobalScopes().count())).isEqualTo(4);
        assertThat(run.get(Country.ACCOUNTS.of(nigeria).onlyTrashed().count())).isEqualTo(2);
    }

    @Test
    @Feature({"3.3", "6.4", "10.5", "11.1"})
    default void relatedRowsAreAskedForAndCountedAsTheyAreShown(Runner run) {
        assertThat(run.get(COUNTRIES.withCount(Country.ACCOUNTS).sole()).countOf(Country.ACCOUNTS))
                .isEqualTo(1);
        assertThat(run.get(COUNTRIES
                                .withCount(Country.ACCOUNTS, ModelQuery::withTrashed)
                                .sole())
                        .countOf(Country.ACCOUNTS))
                .isEqualTo(2);
        assertThat(run.get(COUNTRIES.has(Country.ACCOUNTS, ">=", 2).count())).isZero();
        assertThat(run.get(COUNTRIES
                        .whereHas(Country.ACCOUNTS, accounts -> accounts.where(OWNER.eq("Bob")))
                        .count()))
                .isZero();
        assertThat(run.get(COUNTRIES
                        .whereHas(
                                Country.ACCOUNTS,
                                accounts -> accounts.onlyTrashed().where(OWNER.eq("Bob")))
                        .count()))
                .isOne();
        assertThat(run.get(COUNTRIES
                        .whereDoesntHave(
                                Country.ACCOUNTS,
                                accounts -> accounts.withoutGlobalScopes().where(OWNER.eq("Dan")))
                        .count()))
                .isZero();
    }

    @Test
    @Feature({"3.3", "6.4", "11.1"})
    default void whatIsLoadedIntoWhatWasLeftOutIsLoaded(Runner run) {
        List<Account> closed = run.list(ACCOUNTS.onlyTrashed().with(HOME).get());
        assertThat(closed)
                .singleElement()
                .satisfies(account -> assertThat(account.get(HOME).get(NAME)).isEqualTo("Nigeria"));
        Country country = run.get(COUNTRIES
                .with(Country.ACCOUNTS, accounts -> accounts.onlyTrashed().with(HOME))
                .sole());
        assertThat(country.get(Country.ACCOUNTS).get(0).get(HOME).is(country)).isTrue();
        assertThat(run.list(ACCOUNTS.withTrashed().lazyById(1)))
                .extracting(account -> account.get(OWNER))
                .containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("3.3")
    default void aTableWithoutSoftDeletesHasNothingTrashed(Runner run) {
        assertThatThrownBy(() -> COUNTRIES.onlyTrashed())
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("table countries was not declared with softDeletes()");
        assertThat(run.get(COUNTRIES.withTrashed().count())).isOne();
    }
}
