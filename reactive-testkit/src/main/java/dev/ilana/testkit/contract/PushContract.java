package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.Test;

/** A push saves a model and what is loaded into it. */
public interface PushContract extends BlogContract {

    @Test
    @Feature("4.1")
    default void aPushSavesAModelAndWhatIsLoadedIntoIt(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(Comment.on(run.get(Post.by(ada, "Hello").save()), "first").save());
        User read = run.get(USERS.with("posts.comments").sole());
        Post post = read.name("Ada L.").get(User.POSTS).get(0).views(7);
        post.get(Post.COMMENTS).get(0).set(Comment.BODY, "edited");

        assertThat(run.get(read.push())).isSameAs(read);

        User again = run.get(USERS.with("posts.comments").sole());
        assertThat(again.name()).isEqualTo("Ada L.");
        assertThat(again.get(User.POSTS).get(0).get(Post.VIEWS)).isEqualTo(7);
        assertThat(again.get(User.POSTS).get(0).get(Post.COMMENTS).get(0).body())
                .isEqualTo("edited");
        run.assertNothingAcquired();
    }

    @Test
    @Feature("4.1")
    default void aPushIsAllOrNothing(Runner run) {
        User ada = run.get(User.named("Ada").save());
        run.get(Post.by(ada, "Hello").save());
        User read = run.get(USERS.with(User.POSTS).sole());
        Post post = read.name("Ada L.").get(User.POSTS).get(0).set(Post.USER_ID, -1L);

        assertThat(run.error(read.push())).isInstanceOf(ForeignKeyViolationException.class);

        assertThat(run.get(USERS.query().sole()).name()).isEqualTo("Ada");
        assertThat(read.isDirty(User.NAME)).as("so it can be pushed again").isTrue();
        run.get(User.POSTS.of(ada).query().exists());
        post.set(Post.USER_ID, ada.get(User.ID));
        run.get(read.push());
        assertThat(run.get(USERS.query().sole()).name()).isEqualTo("Ada L.");
    }

    @Test
    @Feature("4.1")
    default void aPushEndsWhereRelationsLeadBack(Runner run) {
        User ada = run.get(User.named("Ada").save());
        Post post = Post.by(ada, "Hello");
        ada.setRelation(User.POSTS, Collection.make(post)).name("Ada L.");
        run.forgetStatements();

        run.get(ada.push());

        assertThat(run.statements()).hasSize(2);
        assertThat(post.isStored()).isTrue();
        assertThat(run.get(Post.POSTS.with(Post.AUTHOR).sole()).get(Post.AUTHOR).name())
                .isEqualTo("Ada L.");
    }
}
