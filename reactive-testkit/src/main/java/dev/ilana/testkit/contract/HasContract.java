package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Album.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Label.LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.ModelQuery;
import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Rows are asked by their related rows. */
public interface HasContract extends MusicContract {

    /** Low is with One and has two albums, Can is with Two and has one of 1971, Slint has neither label nor album. */
    @Override
    default void rows(Runner run) {
        List<Label> labels =
                run.list(LABELS.insertMany(Flux.just("One", "Two").map(name -> new Label().set(Label.NAME, name))));
        Band low =
                run.get(Band.LABEL.associate(Band.named("Low"), labels.get(0)).save());
        Band can =
                run.get(Band.LABEL.associate(Band.named("Can"), labels.get(1)).save());
        run.get(Band.named("Slint").save());
        run.list(ALBUMS.insertMany(Flux.just(
                Album.of(low, "Hope", 1994), Album.of(low, "Trust", 2002), Album.of(can, "Tago Mago", 1971))));
        run.get(Band.MUSICIANS.of(can).create(Map.of("name", "Jaki")));
    }

    private static List<String> names(Runner run, ModelQuery<Band> query) {
        return run.list(query.orderBy(Band.NAME).pluck(Band.NAME));
    }

    @Test
    @Feature("10.5")
    default void anotherConditionMayBeTheOneThatFits(Runner run) {
        ModelQuery<Band> slint = BANDS.where(Band.NAME.eq("Slint"));

        assertThat(names(run, slint.orHas(Band.MUSICIANS))).containsExactly("Can", "Slint");
        assertThat(names(run, slint.orHas(Band.ALBUMS, ">", 1))).containsExactly("Low", "Slint");
        assertThat(names(run, slint.orWhereHas(Band.ALBUMS, albums -> albums.where(Album.YEAR.lt(1980)))))
                .containsExactly("Can", "Slint");
        assertThat(names(run, BANDS.where(Band.NAME.eq("Low")).orDoesntHave(Band.ALBUMS)))
                .containsExactly("Low", "Slint");
        assertThat(names(run, slint.orWhereDoesntHave(Band.ALBUMS, albums -> albums.where(Album.YEAR.gt(1980)))))
                .containsExactly("Can", "Slint");
        assertThat(names(run, slint.orWhereRelation(Band.ALBUMS, Album.YEAR.eq(2002))))
                .containsExactly("Low", "Slint");
    }

    @Test
    @Feature("10.5")
    default void howManyIsComparedByAnyOperator(Runner run) {
        assertThat(names(run, BANDS.query().has(Band.ALBUMS, "=", 1))).containsExactly("Can");
        assertThat(names(run, BANDS.query().has(Band.ALBUMS, "<", 1))).containsExactly("Slint");
        assertThat(names(run, BANDS.query().has(Band.ALBUMS, "!=", 1))).containsExactly("Low", "Slint");
        assertThat(names(run, BANDS.query().whereHas(Band.ALBUMS, albums -> albums.where(Album.YEAR.gt(2000)), "<", 1)))
                .containsExactly("Can", "Slint");
    }

    @Test
    @Feature("10.5")
    default void aPathGoesOnFromTable(Runner run) {
        assertThat(run.list(LABELS.query().has("bands.musicians").pluck(Label.NAME)))
                .containsExactly("Two");
        assertThat(run.list(LABELS.query().doesntHave("bands.musicians").pluck(Label.NAME)))
                .containsExactly("One");
        assertThat(run.list(LABELS.query().has("bands.albums", ">=", 2).pluck(Label.NAME)))
                .containsExactly("One");
        assertThat(run.list(LABELS.where(Label.NAME.eq("One"))
                        .orHas("bands.musicians")
                        .orderBy(Label.NAME)
                        .pluck(Label.NAME)))
                .containsExactly("One", "Two");
        assertThat(run.list(LABELS.where(Label.NAME.eq("Two"))
                        .orDoesntHave("bands.musicians")
                        .orderBy(Label.NAME)
                        .pluck(Label.NAME)))
                .containsExactly("One", "Two");
        assertThat(run.list(Musician.MUSICIANS.query().has("bands.label").pluck(Musician.NAME)))
                .containsExactly("Jaki");
        assertThatThrownBy(() -> LABELS.query().has("bands.album"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessage("the model of bands has no relation \"album\"; did you mean \"albums\"?");
    }

    @Test
    @Feature("10.5")
    default void aTableRelatedToItselfIsAskedInAnyDepth(Runner run) {
        run.value(Blog.empty());
        User ada = run.get(User.named("Ada").save());
        Post post = run.get(Post.by(ada, "post").save());
        Comment question = run.get(Comment.on(post, "question").save());
        Comment answer = run.get(
                Comment.PARENT.associate(Comment.on(post, "answer"), question).save());
        run.get(Comment.PARENT.associate(Comment.on(post, "thanks"), answer).save());

        assertThat(run.list(Comment.COMMENTS
                        .query()
                        .has(Comment.REPLIES)
                        .orderBy("id")
                        .pluck(Comment.BODY)))
                .containsExactly("question", "answer");
        assertThat(run.list(Comment.COMMENTS.query().has("replies.replies").pluck(Comment.BODY)))
                .containsExactly("question");
        assertThat(run.list(Comment.COMMENTS.query().doesntHave(Comment.PARENT).pluck(Comment.BODY)))
                .containsExactly("question");
        assertThat(run.list(Comment.COMMENTS
                        .query()
                        .whereHas(
                                Comment.PARENT,
                                parents -> parents.where(Comment.BODY.eq("answer"))
                                        .whereHas(Comment.PARENT, more -> more.where(Comment.BODY.eq("question"))))
                        .pluck(Comment.BODY)))
                .containsExactly("thanks");
        assertThat(run.list(Comment.COMMENTS
                        .query()
                        .withCount(Comment.REPLIES)
                        .orderBy("id")
                        .get()))
                .extracting(comment -> comment.countOf(Comment.REPLIES))
                .containsExactly(1L, 1L, 0L);
        List<Comment> loaded = run.list(
                Comment.COMMENTS.with("replies.replies", "parent").orderBy("id").get());
        assertThat(loaded.get(0).get(Comment.REPLIES).get(0).get(Comment.REPLIES))
                .extracting(Comment::body)
                .containsExactly("thanks");
        assertThat(loaded.get(2).get(Comment.PARENT).body()).isEqualTo("answer");
    }

    @Test
    @Feature("10.5")
    default void rowsThatPointAtOne(Runner run) {
        Label one = run.get(LABELS.where(Label.NAME.eq("One")).sole());

        assertThat(names(run, BANDS.query().whereBelongsTo(Band.LABEL, one))).containsExactly("Low");
        assertThat(names(run, BANDS.where(Band.NAME.eq("Slint")).orWhereBelongsTo(Band.LABEL, one)))
                .containsExactly("Low", "Slint");
        assertThatThrownBy(() -> BANDS.query().whereBelongsTo(Band.LABEL, new Label()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("labels#new has no key yet; save it first");
        assertThatThrownBy(() -> ALBUMS.query().whereBelongsTo(Album.LABEL, one))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("labels is related through another table: use whereHas");
    }

    @Test
    @Feature("10.5")
    default void rowsThatPointAtOneOfSeveral(Runner run) {
        List<Label> labels = run.list(LABELS.query().get());

        assertThat(names(run, BANDS.query().whereBelongsTo(Band.LABEL, labels)))
                .isEqualTo(names(run, BANDS.query().has(Band.LABEL)));
        assertThat(names(run, BANDS.query().whereBelongsTo(Band.LABEL, List.of())))
                .isEmpty();
        assertThat(names(run, BANDS.where(Band.NAME.eq("Slint")).orWhereBelongsTo(Band.LABEL, labels)))
                .contains("Slint", "Low");
    }

    @Test
    @Feature("10.5")
    default void rowsAtTheEndOfAPathMayBeAskedToFit(Runner run) {
        assertThat(names(run, BANDS.query().whereHas("albums", albums -> albums.where("title", "Hope"))))
                .containsExactly("Low");
        assertThat(run.list(LABELS.query()
                        .whereHas("bands.albums", albums -> albums.where("title", "Hope"))
                        .pluck(Label.NAME)))
                .containsExactly("One");
        assertThat(run.get(LABELS.query()
                        .whereHas("bands.albums", albums -> albums.where("title", "Nope"))
                        .count()))
                .isZero();
        assertThat(names(run, BANDS.query().whereDoesntHave("albums", albums -> albums.where("title", "Hope"))))
                .doesNotContain("Low");
        assertThatThrownBy(() -> BANDS.query().whereHas("albums.bnad", bands -> bands))
                .isInstanceOf(UnknownRelationException.class);
    }

    @Test
    @Feature("10.5")
    default void aRelatedRowIsAskedByNameToo(Runner run) {
        assertThat(names(run, BANDS.query().whereRelation("albums", "year", "<", 1980)))
                .containsExactly("Can");
        assertThat(names(run, BANDS.where(Band.NAME.eq("Slint")).orWhereRelation("albums", "title", "=", "Hope")))
                .containsExactly("Low", "Slint");
    }

    @Test
    @Feature({"10.5", "3.3"})
    default void scopesHoldForBothSides(Runner run) {
        run.get(run.get(BANDS.where(Band.NAME.eq("Can")).sole()).delete());
        run.get(ALBUMS.where(Album.TITLE.eq("Hope")).update(Album.OUT.to(false)));

        assertThat(run.list(LABELS.query().has(Label.BANDS).pluck(Label.NAME))).containsExactly("One");
        assertThat(run.list(LABELS.query()
                        .whereHas(Label.BANDS, bands -> bands.onlyTrashed())
                        .pluck(Label.NAME)))
                .containsExactly("Two");
        assertThat(names(run, BANDS.query().has(Band.ALBUMS, ">", 1))).isEmpty();
        assertThat(names(run, BANDS.query().whereHas(Band.ALBUMS, albums -> albums.withoutGlobalScope("out"), ">", 1)))
                .containsExactly("Low");
        assertThat(names(run, BANDS.query().withTrashed().has(Band.ALBUMS))).containsExactly("Can", "Low");
        assertThat(run.list(ALBUMS.query().has(Album.BAND).pluck(Album.TITLE))).containsExactly("Trust");
    }
}
