package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static dev.ilana.testkit.contract.club.Country.CODE;
import static dev.ilana.testkit.contract.club.Country.COUNTRIES;
import static dev.ilana.testkit.contract.club.Country.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.VetoException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelEvent;
import dev.ilana.model.Models;
import dev.ilana.model.Observer;
import dev.ilana.testkit.contract.club.Account;
import dev.ilana.testkit.contract.club.Country;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Whoever asked is told of what happens to a model, in order, and may stop it before it happens. */
@ResourceLock("hooks of accounts")
public interface EventContract extends ClubContract {

    List<Disposable> REGISTERED = new CopyOnWriteArrayList<>();

    @AfterEach
    default void forgetHooks() {
        REGISTERED.forEach(Disposable::dispose);
        REGISTERED.clear();
    }

    private static List<ModelEvent> heard() {
        List<ModelEvent> events = new CopyOnWriteArrayList<>();
        for (ModelEvent event : ModelEvent.values()) {
            REGISTERED.add(ACCOUNTS.on(event, account -> Mono.fromRunnable(() -> events.add(event))));
        }
        return events;
    }

    @Test
    @Feature("6.1")
    default void eachStepOfALifeIsTold(Runner run) {
        List<ModelEvent> events = heard();
        Account account = run.get(Account.of("Ada").save());
        assertThat(events)
                .containsExactly(ModelEvent.SAVING, ModelEvent.CREATING, ModelEvent.CREATED, ModelEvent.SAVED);
        events.clear();
        run.get(account.save());
        assertThat(events).containsExactly(ModelEvent.SAVING, ModelEvent.SAVED);
        events.clear();
        run.get(account.set(BALANCE, 1).save());
        assertThat(events)
                .containsExactly(ModelEvent.SAVING, ModelEvent.UPDATING, ModelEvent.UPDATED, ModelEvent.SAVED);
        events.clear();
        run.get(account.delete());
        run.get(account.delete());
        assertThat(events).containsExactly(ModelEvent.DELETING, ModelEvent.DELETED);
        events.clear();
        run.get(account.restore());
        assertThat(events).startsWith(ModelEvent.RESTORING).endsWith(ModelEvent.RESTORED);
        events.clear();
        assertThat(run.list(ACCOUNTS.all())).hasSize(1);
        assertThat(events).containsExactly(ModelEvent.RETRIEVED);
    }

    @Test
    @Feature("6.1")
    default void everyModelThatIsReadIsTold(Runner run) {
        run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        Account ada = run.get(Account.of("Ada").set(Account.COUNTRY, "NG").save());
        run.get(Account.of("Bob").set(Account.COUNTRY, "NG").save());
        List<String> told = new CopyOnWriteArrayList<>();
        REGISTERED.add(
                ACCOUNTS.on(ModelEvent.RETRIEVED, account -> Mono.fromRunnable(() -> told.add(account.get(OWNER)))));

        run.get(ACCOUNTS.find(ada.get(Account.ID)));
        run.get(ACCOUNTS.orderBy(OWNER).first());
        run.get(ada.fresh());
        run.get(ada.refresh());
        assertThat(told).containsExactly("Ada", "Ada", "Ada", "Ada");
        told.clear();
        run.list(ACCOUNTS.lazyById(1));
        run.get(ACCOUNTS.orderBy(OWNER).collection());
        run.get(ACCOUNTS.orderBy(OWNER).paginate(1, 5));
        run.get(COUNTRIES
                .with(Country.ACCOUNTS, accounts -> accounts.orderBy(OWNER))
                .sole());
        assertThat(told).containsExactly("Ada", "Bob", "Ada", "Bob", "Ada", "Bob", "Ada", "Bob");
        told.clear();
        run.list(ACCOUNTS.query().pluck(OWNER));
        run.get(ACCOUNTS.count());
        run.get(Models.quietly(ACCOUNTS.query().collection()));
        assertThat(told).isEmpty();
    }

    @Test
    @Feature("6.1")
    default void whatAHookTakesBackIsNotWritten(Runner run) {
        Country country = run.get(COUNTRIES.create(CODE.to("NG"), NAME.to("Nigeria")));
        REGISTERED.add(COUNTRIES.on(
                ModelEvent.UPDATING, each -> Mono.fromRunnable(() -> each.set(NAME, each.getOriginal(NAME)))));
        run.forgetStatements();
        run.get(country.set(NAME, "Niger").save());
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(COUNTRIES.query().sole()).get(NAME)).isEqualTo("Nigeria");
    }

    @Test
    @Feature("6.1")
    default void anErrorAfterTheStatementFailsTheSaveAndATransactionTakesItBack(Runner run) {
        REGISTERED.add(
                ACCOUNTS.on(ModelEvent.CREATED, account -> Mono.error(new IllegalStateException("no mail today"))));
        Account alone = Account.of("Ada");
        assertThat(run.error(alone.save())).hasMessage("no mail today");
        assertThat(alone.isStored()).isTrue();
        assertThat(run.get(ACCOUNTS.count())).isEqualTo(1);

        Account together = Account.of("Bob");
        assertThat(run.error(DB.transaction(together::save))).hasMessage("no mail today");
        assertThat(together.isStored()).isFalse();
        assertThat(run.get(ACCOUNTS.count())).isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("6.1")
    default void aHookBeforeTheStatementMayChangeTheModel(Runner run) {
        REGISTERED.add(ACCOUNTS.on(
                ModelEvent.CREATING,
                account -> Mono.fromRunnable(() -> account.set(OWNER, "Sir " + account.get(OWNER)))));
        run.get(Account.of("Tim").save());
        assertThat(run.get(ACCOUNTS.query().sole()).get(OWNER)).isEqualTo("Sir Tim");
    }

    @Test
    @Feature("6.1")
    default void aVetoStopsTheStatement(Runner run) {
        Account account = run.get(Account.of("Ada").save());
        REGISTERED.add(ACCOUNTS.on(ModelEvent.SAVING, unused -> Mono.error(new VetoException("the books are closed"))));
        REGISTERED.add(
                ACCOUNTS.on(ModelEvent.DELETING, unused -> Mono.error(new VetoException("nothing leaves the books"))));
        run.forgetStatements();
        assertThat(run.error(account.set(BALANCE, 1).save()))
                .isInstanceOf(VetoException.class)
                .hasMessage("the books are closed");
        assertThat(run.error(account.delete())).hasMessage("nothing leaves the books");
        assertThat(run.error(Account.of("Bob").save())).isInstanceOf(VetoException.class);
        assertThat(run.statements()).isEmpty();
        assertThat(account.isDirty(BALANCE)).isTrue();
    }

    @Test
    @Feature("6.1")
    default void aHookIsWaitedForAndMayQuery(Runner run) {
        REGISTERED.add(ACCOUNTS.on(
                ModelEvent.CREATED,
                account -> account.get(OWNER).startsWith("copy")
                        ? Mono.empty()
                        : Account.of("copy of " + account.get(OWNER)).save().then()));
        run.get(Account.of("Ada").save());
        assertThat(run.list(ACCOUNTS.orderBy(Account.ID).pluck(OWNER))).containsExactly("Ada", "copy of Ada");
    }

    @Test
    @Feature({"6.2", "6.3"})
    default void observersAreSharedConditionalAndGlobal(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        AtomicBoolean listening = new AtomicBoolean(true);
        Observer<Model<?>> shared = new Observer<>() {
            @Override
            public Publisher<Void> saved(Model<?> model) {
                return Mono.fromRunnable(() -> told.add("saved " + model.table()));
            }
        };
        REGISTERED.add(ACCOUNTS.observe(shared, listening::get));
        REGISTERED.add(Models.on(
                ModelEvent.CREATED,
                model -> Mono.fromRunnable(() -> {
                    if (model instanceof Account) {
                        told.add("created");
                    }
                })));
        run.get(Account.of("Ada").save());
        assertThat(told).containsExactly("created", "saved accounts");
        listening.set(false);
        run.get(Account.of("Bob").save());
        assertThat(told).containsExactly("created", "saved accounts", "created");
    }

    @Test
    @Feature("6.2")
    default void quietWorkTellsNobody(Runner run) {
        List<ModelEvent> events = heard();
        Account account = run.get(Account.of("Ada").saveQuietly());
        run.get(Models.quietly(account.set(BALANCE, 2).save().then(ACCOUNTS.count())));
        assertThat(events).isEmpty();
        run.get(account.set(BALANCE, 3).save());
        assertThat(events).isNotEmpty();
    }

    @Test
    @Feature("6.2")
    default void anEventMayBeToldThatDidNotHappen(Runner run) {
        List<ModelEvent> events = heard();
        run.value(Account.of("Ada").fireEvent(ModelEvent.UPDATED));
        assertThat(events).containsExactly(ModelEvent.UPDATED);
        assertThat(run.statements()).isEmpty();
    }
}
