package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.VetoException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelEvent;
import dev.ilana.model.Models;
import dev.ilana.model.Observer;
import dev.ilana.testkit.docs.User.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/events.md}. */
class EventsTest extends PageTest {

    private final List<Disposable> registered = new CopyOnWriteArrayList<>();
    private final Mailer mailer = new Mailer();

    @AfterEach
    void forget() {
        registered.forEach(Disposable::dispose);
    }

    private void registered(Disposable... some) {
        registered.addAll(List.of(some));
    }

    private static final class Mailer {
        private final List<String> sent = new CopyOnWriteArrayList<>();

        Mono<Void> welcome(User user) {
            return Mono.fromRunnable(() -> sent.add(user.name()));
        }
    }

    @Test
    void hooks() {
        // tag::hooks
        Disposable trim = USERS.on(
                ModelEvent.SAVING,
                user -> Mono.fromRunnable(() -> user.name(user.name().trim())));
        Disposable posts =
                USERS.on(ModelEvent.DELETING, user -> user.posts().delete().then());
        // end::hooks
        registered(trim, posts);

        User ada = run(new User().name(" Ada ").email("ada@example.org").save());
        assertThat(ada.name()).isEqualTo("Ada");
        run(ada.posts().create(Post.TITLE.to("Hello")));
        assertThat(run(ada.delete())).isTrue();
        assertThat(run(Post.POSTS.count())).isZero();
        // tag::dispose
        trim.dispose(); // it is told no more
        // end::dispose
        assertThat(run(new User().name(" Bob ").email("bob@example.org").save()).name())
                .isEqualTo(" Bob ");
    }

    @Test
    void veto() {
        User admin = run(new User()
                .name("Ada")
                .email("ada@example.org")
                .set(KIND, Kind.ADMIN)
                .save());
        // tag::veto
        Disposable veto = USERS.on(
                ModelEvent.DELETING,
                user -> user.get(KIND) == Kind.ADMIN
                        ? Mono.error(new VetoException("an administrator can't be deleted"))
                        : Mono.empty());
        // end::veto
        registered(veto);

        assertThatThrownBy(() -> run(admin.delete()))
                .isInstanceOf(VetoException.class)
                .hasMessage("an administrator can't be deleted");
        assertThat(run(USERS.count())).isOne();
    }

    // tag::observer
    static final class Journal implements Observer<Model<?>> { // for one kind of model: Observer<User>
        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public Publisher<Void> created(Model<?> model) {
            return Mono.fromRunnable(() -> lines.add("created " + model));
        }

        @Override
        public Publisher<Void> deleted(Model<?> model) {
            return Mono.fromRunnable(() -> lines.add("deleted " + model));
        }
    }
    // end::observer

    @Test
    void observers() {
        AtomicBoolean auditing = new AtomicBoolean(true);
        Journal journal = new Journal();
        // tag::observe
        Disposable ofUsers = USERS.observe(journal);
        Disposable ofPosts = Post.POSTS.observe(journal, auditing::get); // while that is true
        Disposable ofAll = Models.observe(new Journal()); // of all models
        Disposable ofAllSaves = Models.on(ModelEvent.SAVED, model -> Mono.empty());
        // end::observe
        registered(ofUsers, ofPosts, ofAll, ofAllSaves);

        User ada = stored("Ada", 36);
        run(ada.posts().create(Post.TITLE.to("Hello")));
        auditing.set(false);
        run(ada.posts().create(Post.TITLE.to("Hello again")));
        assertThat(journal.lines).containsExactly("created users#1", "created posts#1");
    }

    @Test
    void quietly() {
        Journal journal = new Journal();
        registered(USERS.observe(journal));

        // tag::quiet
        Mono<User> saved = new User().name("Ada").email("ada@example.org").saveQuietly();
        Mono<Long> imported = Models.quietly(Flux.just("Bob", "Cyd")
                .concatMap(name -> USERS.create(NAME.to(name), EMAIL.to(name + "@example.org")))
                .count());
        // end::quiet

        run(saved);
        assertThat(run(imported)).isEqualTo(2);
        assertThat(journal.lines).isEmpty();
    }

    @Test
    void afterCommit() {
        // tag::afterCommit
        Disposable welcome = USERS.afterCommit(ModelEvent.CREATED, user -> mailer.welcome(user));
        // end::afterCommit
        registered(welcome);

        assertThatThrownBy(() -> run(DB.transaction(() -> new User()
                        .name("Ada")
                        .email("ada@example.org")
                        .save()
                        .then(Mono.error(new IllegalStateException())))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(mailer.sent).isEmpty();
        run(DB.transaction(() -> new User().name("Bob").email("bob@example.org").save()));
        assertThat(mailer.sent).containsExactly("Bob");
    }

    @Test
    void workAfterTheCommit() {
        // tag::work
        Mono<User> signedUp = DB.transaction(() -> new User()
                .name("Ada")
                .email("ada@example.org")
                .save()
                .flatMap(user -> DB.afterCommit(() -> mailer.welcome(user)).thenReturn(user)));
        // end::work

        run(signedUp);
        assertThat(mailer.sent).containsExactly("Ada");
    }

    @Test
    void fireEvent() {
        Journal journal = new Journal();
        registered(USERS.observe(journal));
        User user = new User();
        // tag::fire
        Mono<Void> told = user.fireEvent(ModelEvent.CREATED); // nothing is written
        // end::fire
        value(told);
        assertThat(journal.lines).containsExactly("created users#new");
        assertThat(statements()).isEmpty();
    }
}
