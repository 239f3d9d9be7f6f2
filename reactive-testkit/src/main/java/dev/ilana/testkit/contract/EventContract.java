package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.VetoException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelEvent;
import dev.ilana.model.Models;
import dev.ilana.model.Observer;
import dev.ilana.testkit.contract.club.Account;
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
