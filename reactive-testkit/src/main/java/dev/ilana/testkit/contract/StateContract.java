package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.CHANGED_AT;
import static dev.ilana.testkit.contract.club.Account.CHANGED_BY;
import static dev.ilana.testkit.contract.club.Account.EMAIL;
import static dev.ilana.testkit.contract.club.Account.OPENED_AT;
import static dev.ilana.testkit.contract.club.Account.OPENED_BY;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static dev.ilana.testkit.contract.club.Account.VERSION;
import static dev.ilana.testkit.contract.club.Account.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.StaleModelException;
import dev.ilana.error.ValidationException;
import dev.ilana.testkit.contract.club.Account;
import dev.ilana.testkit.database.Runner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A model knows what was changed, by whom, when, and whether it may be written at all. */
public interface StateContract extends ClubContract {

    @Test
    @Feature("2.7")
    default void changesAreWhatTheLastWriteWrote(Runner run) {
        Account account = run.get(Account.of("Ada").save());
        assertThat(account.wasRecentlyCreated()).isTrue();
        assertThat(account.wasChanged()).isFalse();

        run.get(account.set(OWNER, "Ada L.").save());
        assertThat(account.wasChanged(OWNER)).isTrue();
        assertThat(account.wasChanged(BALANCE)).isFalse();
        assertThat(account.getChanges()).containsEntry("owner", "Ada L.").doesNotContainKey("balance");
        // what is set later was not written
        account.set(OWNER, "A. L.");
        assertThat(account.getChanges()).containsEntry("owner", "Ada L.");
        assertThat(account.getOriginal(OWNER)).isEqualTo("Ada L.");

        Account read = run.get(ACCOUNTS.findOrFail(account.get(Account.ID)));
        assertThat(read.wasRecentlyCreated()).isFalse();
        assertThat(read.wasChanged()).isFalse();
    }

    @Test
    @Feature("2.7")
    default void whatIsTakenForStoredIsNotWritten(Runner run) {
        Account account = run.get(Account.of("Ada").save());
        account.set(OWNER, "Bob").syncOriginal();
        run.forgetStatements();
        run.get(account.save());
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(account.refresh()).get(OWNER)).isEqualTo("Ada");
    }

    @Test
    @Feature("2.7")
    default void aRollbackTakesTheStateBackToo(Runner run) {
        Account account = Account.of("Ada");
        run.error(DB.transaction(() -> account.save().then(Mono.error(new IllegalStateException("no")))));
        assertThat(account.wasRecentlyCreated()).isFalse();
        assertThat(account.isStored()).isFalse();
        assertThat(run.get(account.save()).wasRecentlyCreated()).isTrue();
    }

    @Test
    @Feature("2.8")
    default void aReplicaIsNewAndHasNoKeyTimesOrVersion(Runner run) {
        Account account = run.get(
                Account.of("Ada").set(EMAIL, "ada@example.org").set(BALANCE, 7).save());
        Account replica = account.replicate(EMAIL);
        assertThat(replica.isStored()).isFalse();
        assertThat(replica.getKey()).isNull();
        assertThat(replica.except()).containsOnlyKeys("owner", "balance", "country_code", "opened_by", "changed_by");
        assertThat(run.get(replica.save()).get(BALANCE)).isEqualTo(7);
        assertThat(run.get(ACCOUNTS.count())).isEqualTo(2);
    }

    @Test
    @Feature("2.8")
    default void twoModelsOfOneRowAreTheSame(Runner run) {
        Account account = run.get(Account.of("Ada").save());
        Account again = run.get(ACCOUNTS.findBy(OWNER, "Ada"));
        Account other = run.get(Account.of("Bob").save());
        assertThat(account.is(again)).isTrue();
        assertThat(account.isNot(other)).isTrue();
        assertThat(account.is(null)).isFalse();
        assertThat(Account.of("new").is(Account.of("new"))).isFalse();
        assertThat(account.only(OWNER, BALANCE)).isEqualTo(Map.of("owner", "Ada", "balance", 0));
        assertThat(run.value(run.get(other.delete().thenReturn(other)).fresh().map(Account::trashed)))
                .isTrue();
    }

    @Test
    @Feature("4.1")
    default void anIncrementGoesByWhatTheDatabaseHas(Runner run) {
        Account account = run.get(Account.of("Ada").set(BALANCE, 1).save());
        run.get(DB.table("accounts").everything().update(Map.of("balance", 10)));
        account.set(OWNER, "dirty");
        run.get(account.increment(BALANCE, 5));
        assertThat(account.get(BALANCE)).isEqualTo(15);
        assertThat(account.isDirty(OWNER)).isTrue();
        assertThat(account.isDirty(BALANCE)).isFalse();
        assertThat(run.get(account.decrement(BALANCE, 20)).get(BALANCE)).isEqualTo(-5);
    }

    @Test
    @Feature({"2.3", "4.1"})
    default void timesHaveNamesAndAClockOfTheirOwn(Runner run) {
        Instant then = Instant.parse("2001-02-03T04:05:06.123456Z");
        Database database = Database.builder(run.url())
                .withClock(Clock.fixed(then.plusNanos(789), ZoneOffset.UTC))
                .build();
        Account account = run.get(Account.of("Ada").save().contextWrite(database.use()));
        assertThat(account.get(OPENED_AT)).isEqualTo(then);
        run.get(account.touch());
        assertThat(account.get(CHANGED_AT)).isAfter(then);
        assertThat(run.get(account.refresh()).get(OPENED_AT)).isEqualTo(then);
        assertThat(run.get(database.close().thenReturn(true))).isTrue();
    }

    @Test
    @Feature("2.12")
    default void theSecondOfTwoWritersIsToldThatItsModelIsStale(Runner run) {
        Account first = run.get(Account.of("Ada").save());
        Account second = run.get(ACCOUNTS.findOrFail(first.get(Account.ID)));
        assertThat(first.get(VERSION)).isEqualTo(1);
        assertThat(run.get(first.set(BALANCE, 1).save()).get(VERSION)).isEqualTo(2);

        assertThat(run.error(second.set(BALANCE, 2).save())).isInstanceOf(StaleModelException.class);
        assertThat(second.get(VERSION)).isEqualTo(1);
        assertThat(run.get(ACCOUNTS.query().sole()).get(BALANCE)).isEqualTo(1);
        assertThat(run.get(second.refresh()
                                .flatMap(fresh -> fresh.set(BALANCE, 2).save()))
                        .get(VERSION))
                .isEqualTo(3);
    }

    @Test
    @Feature({"2.12", "4.1"})
    default void aStaleModelDeletesNothing(Runner run) {
        Account first = run.get(Account.of("Ada").save());
        Account second = run.get(ACCOUNTS.findOrFail(first.get(Account.ID)));
        run.get(first.set(BALANCE, 1).save());

        assertThat(run.error(second.delete())).isInstanceOf(StaleModelException.class);
        assertThat(run.error(second.forceDelete())).isInstanceOf(StaleModelException.class);
        assertThat(second.isStored()).isTrue();
        assertThat(second.trashed()).isFalse();
        assertThat(run.get(ACCOUNTS.count())).isEqualTo(1);

        run.get(first.delete());
        assertThat(first.get(VERSION)).isEqualTo(3);
        assertThat(run.get(first.restore()).get(VERSION)).isEqualTo(4);
        assertThat(run.get(first.forceDelete())).isTrue();
        // gone is not stale
        assertThat(run.get(second.forceDelete())).isFalse();
    }

    @Test
    @Feature({"2.12", "4.1"})
    default void aTouchAndAnIncrementAreWritesToo(Runner run) {
        Account first = run.get(Account.of("Ada").save());
        Account second = run.get(ACCOUNTS.findOrFail(first.get(Account.ID)));
        assertThat(run.get(first.touch()).get(VERSION)).isEqualTo(2);
        assertThat(run.get(first.increment(BALANCE, 5)).get(VERSION)).isEqualTo(3);
        assertThat(run.get(first.set(OWNER, "Ada L.").save()).get(VERSION)).isEqualTo(4);

        assertThat(run.error(second.touch())).isInstanceOf(StaleModelException.class);
        // an increment goes by what is there, and so by any version; the rest of the model stays as old as it was
        assertThat(run.get(second.increment(BALANCE, 2)).get(BALANCE)).isEqualTo(7);
        assertThat(run.error(second.set(OWNER, "Eve").save())).isInstanceOf(StaleModelException.class);
        Account read = run.get(ACCOUNTS.query().sole());
        assertThat(read.get(OWNER)).isEqualTo("Ada L.");
        assertThat(read.get(VERSION)).isEqualTo(5);
    }

    @Test
    @Feature({"2.12", "9.3"})
    default void manyRowsAtOnceHaveNoVersions(Runner run) {
        Account account = run.get(Account.of("Ada").save()).set(BALANCE, 1);
        run.forgetStatements();
        assertThat(run.error(ACCOUNTS.bulkUpdate(List.of(account))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("accounts.version");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature({"2.12", "2.13"})
    default void aModelReadWithoutItsVersionIsNotWritten(Runner run) {
        run.get(Account.of("Ada").save());
        Account account = run.get(ACCOUNTS.select("owner").firstOrFail());
        assertThat(run.error(account.set(OWNER, "Bob").save()))
                .isInstanceOf(AttributeNotLoadedException.class)
                .hasMessageContaining("version");
    }

    @Test
    @Feature("2.12")
    default void whoWroteComesFromTheContext(Runner run) {
        Account account = run.get(Account.of("Ada").save().contextWrite(context -> context.put(WRITER, "grace")));
        assertThat(account.get(OPENED_BY)).isEqualTo("grace");
        assertThat(account.get(CHANGED_BY)).isEqualTo("grace");
        run.get(account.set(BALANCE, 3).save().contextWrite(context -> context.put(WRITER, "alan")));
        Account read = run.get(ACCOUNTS.query().sole());
        assertThat(read.get(OPENED_BY)).isEqualTo("grace");
        assertThat(read.get(CHANGED_BY)).isEqualTo("alan");
    }

    @Test
    @Feature("2.11")
    default void allThatIsWrongIsSaidAtOnceAndNothingIsWritten(Runner run) {
        run.get(Account.of("Ada").set(EMAIL, "ada@example.org").save());
        run.forgetStatements();
        Account bad = Account.of("X").set(EMAIL, "not an address").set(BALANCE, -101);
        Throwable error = run.error(bad.save());
        assertThat(error).isInstanceOf(ValidationException.class).hasMessageNotContaining("not an address");
        assertThat(((ValidationException) error).failures())
                .isEqualTo(Map.of(
                        "owner", List.of("must have 2 to 40 characters"),
                        "email", List.of("must be an e-mail address"),
                        "balance", List.of("must be at least -100")));
        assertThat(run.statements()).noneMatch(sql -> sql.startsWith("insert"));
        assertThat(bad.isStored()).isFalse();
    }

    @Test
    @Feature("2.11")
    default void aUniqueValueIsOnesOwn(Runner run) {
        Account ada = run.get(Account.of("Ada").set(EMAIL, "ada@example.org").save());
        assertThat(((ValidationException) run.error(
                                Account.of("Bob").set(EMAIL, "ada@example.org").save()))
                        .failures())
                .isEqualTo(Map.of("email", List.of("is taken")));
        assertThat(run.get(ada.set(BALANCE, 5).save()).get(BALANCE)).isEqualTo(5);
        assertThat(((ValidationException) run.error(new Account().save())).failures())
                .isEqualTo(Map.of("owner", List.of("is required")));
    }

    @Test
    @Feature("2.11")
    default void aUniqueValueIsLookedForInTheTransaction(Runner run) {
        Mono<Account> twice = DB.transaction(() -> Account.of("Ada")
                .set(EMAIL, "ada@example.org")
                .save()
                .then(Mono.defer(
                        () -> Account.of("Bob").set(EMAIL, "ada@example.org").save())));
        assertThat(run.error(twice)).isInstanceOf(ValidationException.class).hasMessageContaining("email is taken");
        assertThat(run.get(ACCOUNTS.count())).isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("6.4")
    default void aGlobalScopeIsOnEveryQueryUntilItIsTakenOff(Runner run) {
        Account poor = run.get(Account.of("Poor").set(BALANCE, -50).save());
        run.get(Account.of("Rich").set(BALANCE, 50).save());
        assertThat(run.list(ACCOUNTS.all()))
                .extracting(account -> account.get(OWNER))
                .containsExactly("Rich");
        assertThat(run.value(ACCOUNTS.find(poor.get(Account.ID)))).isNull();
        assertThat(run.get(ACCOUNTS.withoutGlobalScope("solvent").count())).isEqualTo(2);
        assertThat(run.get(ACCOUNTS.where(OWNER.eq("none"))
                        .orWhere("owner", "Poor")
                        .count()))
                .isZero();
        assertThat(run.get(ACCOUNTS.query().everything().update(Map.of("balance", 60))))
                .isEqualTo(1);
        assertThat(run.get(poor.refresh()).get(BALANCE)).isEqualTo(-50);
        run.get(poor.delete());
        assertThat(run.get(ACCOUNTS.query()
                        .withoutGlobalScope("solvent")
                        .onlyTrashed()
                        .count()))
                .isEqualTo(1);
        assertThat(run.get(ACCOUNTS.query().withoutGlobalScopes().count())).isEqualTo(2);
        assertThat(run.get(ACCOUNTS.withTrashed()
                        .withoutTrashed()
                        .withoutGlobalScope("solvent")
                        .count()))
                .isEqualTo(1);
        assertThatThrownBy(() -> ACCOUNTS.withoutGlobalScope("solvant")).isInstanceOf(InvalidUsageException.class);
    }
}
