package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.testkit.docs.User.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
}
