package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.Author.AUTHORS;
import static dev.ilana.testkit.contract.blog.Author.POSTS;
import static dev.ilana.testkit.contract.blog.Author.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.testkit.contract.blog.Author;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from the database is for outside as JSON and as maps, the same on each. */
public interface SerializationContract extends BlogContract {

    @CanIgnoreReturnValue
    private static Author ada(Runner run) {
        return run.get(new Author()
                .set(Author.NAME, " Ada ")
                .set(Author.EMAIL, "ada@example.org")
                .set(Author.PREFS, new User.Prefs("dark", 12))
                .save());
    }

    @Test
    @Feature({"2.5", "2.9", "5.3"})
    default void aModelIsJsonWithWhatIsLoadedAndAppendedAndWithoutWhatIsHidden(Runner run) {
        Author ada = ada(run);
        Post post = run.get(POSTS.of(ada).create(Map.of("title", "Hello")));
        Role role = run.get(new Role().set(Role.NAME, "admin").save());
        run.get(ROLES.of(ada).attach(List.of(role.get(Role.ID))));

        Author read = run.get(AUTHORS.with(POSTS, posts -> posts.select("user_id", "title"))
                .with(ROLES)
                .withCount(POSTS)
                .firstOrFail());

        String expected =
                """
                {"id":%1$d,"name":"Ada","kind":"MEMBER","prefs":{"theme":"dark","fontSize":12},"createdAt":"%2$s",\
                "updatedAt":"%2$s","postsCount":1,"firstLetter":"A",\
                "posts":[{"id":%3$d,"user_id":%1$d,"title":"Hello"}],\
                "roles":[{"id":%4$d,"name":"admin","pivot_user_id":%1$d}]}""".formatted(ada.get(Author.ID), ada.get(AUTHORS.createdAt()), post.get(Post.ID), role.get(Role.ID));
        assertThat(read.toJson()).isEqualTo(expected);
        assertThat(run.get(AUTHORS.with(POSTS, posts -> posts.select("user_id", "title"))
                                .with(ROLES)
                                .withCount(POSTS)
                                .collection())
                        .toJson())
                .isEqualTo("[" + expected + "]");
    }

    @Test
    @Feature("2.9")
    default void aMapHasTheValuesAndNamesOfTheModel(Runner run) {
        Author ada = ada(run);

        Author read = run.get(AUTHORS.firstOrFail());

        assertThat(read.toMap())
                .isEqualTo(Map.of(
                        "id",
                        ada.get(Author.ID),
                        "name",
                        "Ada",
                        "kind",
                        User.Kind.MEMBER,
                        "prefs",
                        new User.Prefs("dark", 12),
                        "created_at",
                        ada.get(AUTHORS.createdAt()),
                        "updated_at",
                        ada.get(AUTHORS.updatedAt()),
                        "first_letter",
                        "A"));
    }

    @Test
    @Feature("2.9")
    default void oneModelMayShowMoreOrLess(Runner run) {
        Author ada = ada(run);

        ada.makeVisible(Author.EMAIL)
                .append(Author.LENGTH)
                .makeHidden("id", "prefs", "kind", "created_at", "updated_at", "first_letter");

        assertThat(ada.toJson()).isEqualTo("{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"nameLength\":3}");
        assertThat(run.get(AUTHORS.firstOrFail()).toMap()).containsKey("id").doesNotContainKeys("email", "name_length");
    }

    @Test
    @Feature({"2.5", "5.3"})
    default void whatWasNotReadIsNotInAndNorIsWhatIsComputedOfIt(Runner run) {
        Author ada = ada(run);

        Author read = run.get(AUTHORS.query().select("kind").firstOrFail());

        assertThat(read.toJson()).isEqualTo("{\"id\":%d,\"kind\":\"MEMBER\"}".formatted(ada.get(Author.ID)));
    }

    @Test
    @Feature("5.3")
    default void anAccessorIsComputedAndNeverStored(Runner run) {
        Author ada = ada(run);

        run.get(ada.set(Author.NAME, "Bea").save());

        assertThat(ada.get(Author.INITIAL)).isEqualTo("B");
        assertThat(ada.getAttribute("name_length")).isEqualTo(3);
        assertThat(run.statements()).noneMatch(sql -> sql.contains("first_letter"));
        assertThat(run.get(DB.table("users").first()).get("name"))
                .as("the mutator trims")
                .isEqualTo("Bea");
    }

    @Test
    @Feature("2.9")
    default void aCircleOfLoadedRelationsEnds(Runner run) {
        Author ada = ada(run);
        Post post = run.get(POSTS.of(ada).create(Map.of("title", "Hello")));
        Comment comment = run.get(Comment.POST
                .associate(new Comment().set(Comment.BODY, "hi"), post)
                .save());
        Comment reply = run.get(Comment.PARENT
                .associate(Comment.POST.associate(new Comment().set(Comment.BODY, "ho"), post), comment)
                .save());
        run.get(comment.load(Comment.REPLIES));
        comment.get(Comment.REPLIES).forEach(each -> each.setRelation(Comment.PARENT, comment));

        assertThat(comment.makeHidden("post").toJson())
                .isEqualTo("""
                {"id":%1$d,"post_id":%2$d,"parent_id":null,"body":"hi","replies":[{"id":%3$d,"post_id":%2$d,\
                "parent_id":%1$d,"body":"ho","parent":{"id":%1$d,"post_id":%2$d,"parent_id":null,"body":"hi"}}]}""".formatted(comment.get(Comment.ID), post.get(Post.ID), reply.get(Comment.ID)));
    }

    @Test
    @Feature("2.9")
    default void valuesThatTheQueryAddedAreJsonToo(Runner run) {
        ada(run);

        Author read = run.get(
                AUTHORS.query().select("name").selectRaw("twice", "2 * 21").firstOrFail());

        assertThat(read.makeHidden("id").toJson()).isEqualTo("{\"name\":\"Ada\",\"twice\":42,\"firstLetter\":\"A\"}");
    }
}
