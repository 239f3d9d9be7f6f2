package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Account.ACCOUNTS;
import static dev.ilana.testkit.docs.Account.BALANCE;
import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.connection.Database;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.StaleModelException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.docs.User.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The Java of {@code docs/models.md}. */
class ModelsTest extends PageTest {

    @Test
    void attributes() {
        // tag::attributes
        User user = new User().set(NAME, "Ada").set(EMAIL, "ADA@example.org");

        String email = user.get(EMAIL); // "ada@example.org": the column's mutate(...) has seen it
        Kind kind = user.get(KIND); // MEMBER, the column's default
        Object name = user.getAttribute("name"); // by name, checked against the table
        // end::attributes

        assertThat(email).isEqualTo("ada@example.org");
        assertThat(kind).isEqualTo(Kind.MEMBER);
        assertThat(name).isEqualTo("Ada");
        assertThatThrownBy(() -> user.set(NAME, null)).isInstanceOf(NullNotAllowedException.class);
        assertThatThrownBy(() -> user.setAttribute("age", "old")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void fill() {
        // tag::fill
        User user = USERS.make(Map.of("name", "Ada", "email", "ada@example.org"));
        user.fill(Map.of("age", 36));
        // end::fill

        assertThat(user.get(AGE)).isEqualTo(36);
        assertThatThrownBy(() -> user.fill(Map.of("kind", "ADMIN")))
                .isInstanceOf(MassAssignmentException.class)
                .hasMessage("not fillable on users: kind; declare the column fillable() or set it by itself");
    }

    @Test
    void save() {
        // tag::save
        Mono<User> saved = new User().name("Ada").email("ada@example.org").save(); // insert; the key is filled in
        Mono<User> older = saved.flatMap(user -> user.set(AGE, 37).save()); // update of age and updated_at
        // end::save

        assertThat(run(older).get(AGE)).isEqualTo(37);
        assertThat(statements().get(1)).startsWith("update \"users\" set \"age\" = ?, \"updated_at\" = ?");
    }

    @Test
    void create() {
        // tag::create
        Mono<User> typed = USERS.create(NAME.to("Ada"), EMAIL.to("ada@example.org"), KIND.to(Kind.ADMIN));
        Mono<User> named = USERS.create(Map.of("name", "Alan", "email", "alan@example.org"));
        Mono<User> older = typed.flatMap(user -> user.update(Map.of("age", 37))); // fill, and save
        // end::create

        assertThat(run(older).get(KIND)).isEqualTo(Kind.ADMIN);
        assertThat(run(named).get(KIND)).isEqualTo(Kind.MEMBER);
    }

    @Test
    void dirty() {
        User user = stored("Ada", 36);

        // tag::dirty
        user.set(NAME, "Ada Lovelace");

        boolean changed = user.isDirty(); // true
        boolean ageChanged = user.isDirty(AGE); // false
        Map<String, Object> toWrite = user.getDirty(); // {name=Ada Lovelace}
        String before = user.getOriginal(NAME); // "Ada"
        // end::dirty

        assertThat(changed).isTrue();
        assertThat(ageChanged).isFalse();
        assertThat(toWrite).isEqualTo(Map.of("name", "Ada Lovelace"));
        assertThat(before).isEqualTo("Ada");
    }

    @Test
    void insertMany() {
        // tag::insertMany
        Flux<User> people =
                Flux.range(1, 2_000).map(i -> new User().name("user" + i).email("user" + i + "@example.org"));

        Flux<User> stored = USERS.insertMany(people); // the same models, in order, with their keys
        // end::insertMany

        assertThat(list(stored))
                .hasSize(2_000)
                .allSatisfy(user -> assertThat(user.getKey()).isNotNull());
        assertThat(statements()).hasSizeLessThan(10);
    }

    @Test
    void refresh() {
        User user = stored("Ada", 36);
        run(DB.table("users").where("id", 1).update(Map.of("name", "Changed")));

        // tag::refresh
        Mono<User> asStored = user.name("Mine").refresh(); // reads the row again, and drops what was set
        // end::refresh

        assertThat(run(asStored).name()).isEqualTo("Changed");
        run(DB.table("users").everything().delete());
        assertThatThrownBy(() -> run(user.refresh())).isInstanceOf(ModelNotFoundException.class);
    }

    @Test
    void softDelete() {
        User user = stored("Ada", 36);
        stored("Alan", 41);

        // tag::softDelete
        Mono<Boolean> deleted = user.delete(); // an update of deleted_at and updated_at
        Flux<User> seen = USERS.all(); // without Ada
        Flux<User> everyone = USERS.withTrashed().get();
        Flux<User> gone = USERS.onlyTrashed().get();
        Mono<User> restored = user.restore();
        Mono<Boolean> removed = user.forceDelete(); // now the row is gone
        // end::softDelete

        assertThat(run(deleted)).isTrue();
        assertThat(list(seen)).extracting(User::name).containsExactly("Alan");
        assertThat(list(everyone)).hasSize(2);
        assertThat(list(gone)).extracting(User::name).containsExactly("Ada");
        assertThat(run(restored).trashed()).isFalse();
        assertThat(run(removed)).isTrue();
        assertThat(list(everyone)).hasSize(1);
    }

    @Test
    void changes() {
        User user = stored("Ada", 36);
        User other = run(USERS.findOrFail(1));

        // tag::changes
        Mono<Map<String, Object>> changes = user.set(AGE, 37).save().map(User::getChanges); // {age=37, updated_at=…}
        Mono<Boolean> birthday = changes.map(written -> user.wasChanged(AGE)); // true, until the next save
        boolean isNew = user.wasRecentlyCreated(); // whether this object was inserted, and not read
        boolean same = user.is(other); // of the same row
        // end::changes

        assertThat(run(changes)).containsEntry("age", 37).containsOnlyKeys("age", "updated_at");
        assertThat(user.wasChanged(AGE)).isTrue();
        assertThat(isNew).isTrue();
        assertThat(same).isTrue();
        assertThat(birthday).isNotNull();
    }

    @Test
    void copies() {
        User user = stored("Ada", 36);

        // tag::copies
        Map<String, Object> some = user.only(NAME, AGE); // {name=Ada, age=36}
        Map<String, Object> others = user.except(NAME, AGE); // all that is there but these
        User copy = user.replicate(EMAIL); // new: without the key, the times, the version, and the email
        Mono<User> fresh = user.fresh(); // the row as it is now, as another object; empty when it is gone
        // end::copies

        assertThat(some).isEqualTo(Map.of("name", "Ada", "age", 36));
        assertThat(others).doesNotContainKeys("name", "age").containsKey("email");
        assertThat(copy.isStored()).isFalse();
        assertThat(copy.isDirty(EMAIL)).isFalse();
        assertThat(run(fresh)).isNotSameAs(user);
    }

    @Test
    void otherWrites() {
        User user = stored("Ada", 36);
        run(user.posts().create(Post.TITLE.to("Hello")));
        run(user.load(User.POSTS));
        user.get(User.POSTS).get(0).set(Post.TITLE, "Hello again");

        // tag::otherWrites
        Mono<User> touched = user.touch(); // updated_at, whatever is dirty
        Mono<User> older = user.increment(AGE, 1); // age + 1 in the database, and what came of it
        Mono<User> pushed = user.push(); // the user and all that is loaded into it, in a transaction
        Mono<Long> gone = USERS.destroy(List.of(1, 2)); // reads and deletes them, so that their hooks are told
        // end::otherWrites

        run(touched);
        assertThat(run(older).get(AGE)).isEqualTo(37);
        run(pushed);
        assertThat(list(Post.POSTS.query().pluck(Post.TITLE))).containsExactly("Hello again");
        assertThat(run(gone)).isOne();
    }

    @Test
    void firstOr() {
        // tag::firstOr
        Mono<User> ada = USERS.firstOrCreate(List.of(EMAIL.to("ada@example.org")), List.of(NAME.to("Ada")));
        Mono<User> renamed = USERS.updateOrCreate(Map.of("email", "ada@example.org"), Map.of("name", "Ada L."));
        Mono<User> first = USERS.createOrFirst(List.of(EMAIL.to("ada@example.org")), List.of(NAME.to("Ada")));
        Mono<User> unsaved = USERS.firstOrNew(Map.of("email", "bob@example.org"), Map.of("name", "Bob"));
        // end::firstOr

        assertThat(run(ada).wasRecentlyCreated()).isTrue();
        assertThat(run(renamed).name()).isEqualTo("Ada L.");
        assertThat(run(first).wasRecentlyCreated()).isFalse();
        assertThat(run(unsaved).isStored()).isFalse();
    }

    @Test
    void trashedRelations() {
        User user = stored("Ada", 36);
        run(user.posts().create(Post.TITLE.to("Hello")));
        run(user.delete());

        // tag::trashedRelations
        Flux<Post> posts = Post.POSTS.with(Post.AUTHOR).get(); // without an author that is deleted
        Flux<Post> all =
                Post.POSTS.with(Post.AUTHOR, author -> author.withTrashed()).get();
        Mono<Long> orphans =
                Post.POSTS.whereHas(Post.AUTHOR, author -> author.onlyTrashed()).count();
        // end::trashedRelations

        assertThat(list(posts).get(0).get(Post.AUTHOR)).isNull();
        assertThat(list(all).get(0).get(Post.AUTHOR).name()).isEqualTo("Ada");
        assertThat(run(orphans)).isOne();
    }

    @Test
    void scopes() {
        stored("Ada", 36);
        stored("Bob", 12);

        // tag::scopes
        Flux<User> grown = USERS.scope(User.adults()).scope(User.olderThan(30)).get();
        // end::scopes

        assertThat(list(grown)).extracting(User::name).containsExactly("Ada");
    }

    private void accounts() {
        value(Schema.on(db).create("accounts", table -> {
            table.id();
            table.string("owner");
            table.integer("balance");
            table.integer("version");
            table.string("opened_by").nullable();
            table.string("changed_by").nullable();
            table.timestamp("opened_at").nullable();
            table.timestamp("changed_at").nullable();
            table.timestamp("closed_at").nullable();
        }));
    }

    @Test
    void globalScopes() {
        accounts();
        run(new Account().set(Account.OWNER, "Ada").save());
        run(new Account().set(Account.OWNER, "Bob").set(BALANCE, -5).save());

        // tag::globalScopes
        Flux<Account> solvent = ACCOUNTS.all(); // where balance >= 0 and closed_at is null
        Flux<Account> open = ACCOUNTS.withoutGlobalScope("solvent").get();
        Flux<Account> every = ACCOUNTS.query().withoutGlobalScopes().get(); // closed ones too
        // end::globalScopes

        assertThat(list(solvent)).hasSize(1);
        assertThat(list(open)).hasSize(2);
        assertThat(list(every)).hasSize(2);
    }

    @Test
    void versions() {
        accounts();
        run(new Account().set(Account.OWNER, "Ada").save());

        // tag::stale
        Mono<Account> paid = ACCOUNTS.findOrFail(1)
                .flatMap(account ->
                        account.set(BALANCE, account.get(BALANCE) + 5).save())
                .retryWhen(Retry.max(3).filter(StaleModelException.class::isInstance)); // read again
        // end::stale

        assertThat(list(Flux.range(0, 3).flatMap(i -> paid))).hasSize(3);
        assertThat(run(ACCOUNTS.query().sole()).get(BALANCE)).isEqualTo(15);
        assertThat(run(ACCOUNTS.query().sole()).get(Account.VERSION)).isEqualTo(4);
    }

    @Test
    void auditing() {
        accounts();
        // tag::audit
        Mono<Account> opened = new Account()
                .set(Account.OWNER, "Ada")
                .save()
                .contextWrite(context -> context.put("user", "grace")); // a web filter's work, say
        // end::audit

        assertThat(run(opened).get(Account.OPENED_BY)).isEqualTo("grace");
    }

    @Test
    void clock() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC);
        String url = "h2:mem:clock";
        // tag::clock
        Database database = Database.builder(url).withClock(clock).build(); // of all its times; else the system's
        // end::clock
        assertThat(database.now()).isEqualTo(clock.instant());
        database.close().block();
    }

    @Test
    void connection() {
        String url = "h2:mem:visits_page";
        // tag::connection
        DB.register("visits", Database.connect(url)); // at the application's start
        Table<User> visitors = Table.of("visitors", User::new).connection("visits");
        // end::connection
        assertThat(visitors.name()).isEqualTo("visitors");
        DB.connection("visits").close().block();
    }

    @Test
    void strict() {
        stored("Ada", 36);

        // tag::strict
        Mono<User> ada = USERS.select("name").firstOrFail();
        Mono<String> email = ada.map(user -> user.get(EMAIL)); // AttributeNotLoadedException
        Mono<List<Post>> posts = ada.map(user -> user.get(User.POSTS)); // RelationNotLoadedException
        Mono<User> promoted = ada.map(user -> user.fill(Map.of("kind", "ADMIN"))); // MassAssignmentException
        // end::strict

        assertThatThrownBy(() -> run(email)).isInstanceOf(AttributeNotLoadedException.class);
        assertThatThrownBy(() -> run(posts)).isInstanceOf(RelationNotLoadedException.class);
        assertThatThrownBy(() -> run(promoted)).isInstanceOf(MassAssignmentException.class);
    }
}
