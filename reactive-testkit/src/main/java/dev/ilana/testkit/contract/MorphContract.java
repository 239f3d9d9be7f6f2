package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Album.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Review.REVIEWS;
import static dev.ilana.testkit.contract.music.Review.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownModelException;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Review;
import dev.ilana.testkit.contract.music.Tag;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Rows that belong to rows of several tables. */
public interface MorphContract extends MusicContract {

    /** Low and its album Trust each have two reviews; Can has none. A last review is about nothing. */
    @Override
    default void rows(Runner run) {
        Band low = run.get(Band.named("Low").save());
        run.get(Band.named("Can").save());
        Album trust = run.get(Album.of(low, "Trust", 2002).save());
        run.list(Band.REVIEWS.of(low).saveMany(List.of(Review.of(5, "slow"), Review.of(2, "too slow"))));
        run.list(Album.REVIEWS.of(trust).saveMany(List.of(Review.of(4, "dark"), Review.of(1, "too dark"))));
        run.get(Review.of(3, "about nothing").save());
    }

    private static Band band(Runner run, String name) {
        return run.get(BANDS.where(Band.NAME.eq(name)).sole());
    }

    @Test
    @Feature("10.2")
    default void whatARowBelongsToIsLoadedByOneStatementATable(Runner run) {
        List<Review> reviews = run.list(REVIEWS.with(SUBJECT).orderBy(Review.ID).get());

        assertThat(run.statements()).as("reviews, bands, albums").hasSize(3);
        assertThat(reviews.get(0).get(SUBJECT))
                .isInstanceOfSatisfying(
                        Band.class, band -> assertThat(band.name()).isEqualTo("Low"));
        assertThat(reviews.get(2).get(SUBJECT))
                .isInstanceOfSatisfying(
                        Album.class, album -> assertThat(album.title()).isEqualTo("Trust"));
        assertThat(reviews.get(4).get(SUBJECT)).isNull();
    }

    @Test
    @Feature({"10.2", "2.10"})
    default void theTypeIsTheAliasOfATableOrElseItsName(Runner run) {
        assertThat(run.list(REVIEWS.orderBy(Review.ID).pluck(Review.SUBJECT_TYPE)))
                .containsExactly("band", "band", "albums", "albums");
    }

    @Test
    @Feature({"10.2", "11.1"})
    default void manyRowsAreLoadedByOneStatement(Runner run) {
        List<Band> bands = run.list(BANDS.with(
                        Band.REVIEWS, reviews -> reviews.orderBy(Review.STARS).limit(1))
                .orderBy(Band.ID)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(bands.get(0).get(Band.REVIEWS)).extracting(Review::body).containsExactly("too slow");
        assertThat(bands.get(1).get(Band.REVIEWS)).isEmpty();
        assertThat(run.get(Band.REVIEWS.of(bands.get(0)).count())).isEqualTo(2);
        assertThat(run.get(ALBUMS.with(Album.REVIEWS).sole()).get(Album.REVIEWS))
                .extracting(Review::body)
                .containsExactlyInAnyOrder("dark", "too dark");
    }

    @Test
    @Feature({"10.2", "10.5"})
    default void oneRowOfManyIsTheBest(Runner run) {
        List<Band> bands = run.list(BANDS.with(Band.BEST).orderBy(Band.ID).get());

        assertThat(run.statements()).hasSize(2);
        assertThat(bands.get(0).get(Band.BEST).body()).isEqualTo("slow");
        assertThat(bands.get(1).get(Band.BEST)).isNull();
    }

    @Test
    @Feature({"10.2", "11.1"})
    default void eachTableIsAskedInItsOwnWay(Runner run) {
        Label label = run.get(Label.LABELS.create(Map.of("name", "One")));
        run.get(Band.LABEL.associate(band(run, "Low"), label).save());
        run.forgetStatements();

        List<Review> reviews = run.list(REVIEWS.query()
                .with(SUBJECT.loading(BANDS, bands -> bands.with(Band.LABEL))
                        .with(ALBUMS, albums -> albums.where(Album.YEAR.gt(2010))))
                .orderBy(Review.ID)
                .get());

        assertThat(run.statements()).as("reviews, bands, labels, albums").hasSize(4);
        assertThat(reviews.get(0).get(SUBJECT))
                .isInstanceOfSatisfying(
                        Band.class,
                        band -> assertThat(band.get(Band.LABEL).get(Label.NAME)).isEqualTo("One"));
        assertThat(reviews.get(2).get(SUBJECT)).as("an album of 2002").isNull();
    }

    @Test
    @Feature({"10.2", "11.2"})
    default void whatIsMissingIsLoadedBelowToo(Runner run) {
        Review review = run.get(REVIEWS.with("subject").orderBy(Review.ID).first());
        run.forgetStatements();

        run.get(review.loadMissing("subject.reviews"));

        assertThat(run.statements())
                .as("the subject is there, its reviews are not")
                .hasSize(1);
        assertThat(review.get(SUBJECT))
                .isInstanceOfSatisfying(
                        Band.class, band -> assertThat(band.get(Band.REVIEWS)).hasSize(2));
    }

    @Test
    @Feature("10.2")
    default void aRowIsMadeToBelongToAnother(Runner run) {
        Review review = run.get(REVIEWS.where(Review.BODY.eq("about nothing")).sole());
        Album trust = run.get(ALBUMS.query().sole());

        run.get(SUBJECT.associate(review, trust).save());
        assertThat(review.get(SUBJECT)).isSameAs(trust);
        assertThat(run.get(Album.REVIEWS.of(trust).count())).isEqualTo(3);

        run.get(SUBJECT.dissociate(review).save());
        assertThat(run.get(review.fresh()).get(Review.SUBJECT_TYPE)).isNull();
        assertThat(run.get(review.fresh()).get(Review.SUBJECT_ID)).isNull();
        assertThatThrownBy(() -> SUBJECT.associate(review, new Label()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("reviews.subject belongs to rows of [bands, albums], and not of labels");
        assertThatThrownBy(() -> SUBJECT.associate(review, Band.named("New")))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("bands#new has no key yet; save it first");
    }

    @Test
    @Feature({"10.2", "10.5"})
    default void rowsAreAskedByWhatTheyBelongTo(Runner run) {
        Band low = band(run, "Low");

        assertThat(run.list(REVIEWS.query()
                        .whereMorphedTo(SUBJECT, low)
                        .orderBy(Review.ID)
                        .pluck(Review.BODY)))
                .containsExactly("slow", "too slow");
        assertThat(run.get(REVIEWS.query().whereMorphedTo(SUBJECT, ALBUMS).count()))
                .isEqualTo(2);
        assertThat(run.get(REVIEWS.where(Review.STARS.eq(3))
                        .orWhereMorphedTo(SUBJECT, low)
                        .count()))
                .isEqualTo(3);
        assertThat(run.get(REVIEWS.where(SUBJECT.has(ALBUMS, albums -> albums.where(Album.TITLE.eq("Trust"))))
                        .count()))
                .isEqualTo(2);
        assertThat(run.get(REVIEWS.where(SUBJECT.has(ALBUMS, albums -> albums.where(Album.TITLE.eq("Hope"))))
                        .count()))
                .isZero();
        assertThat(run.list(BANDS.query()
                        .whereHas(Band.REVIEWS, reviews -> reviews.where(Review.STARS.gt(4)))
                        .pluck(Band.NAME)))
                .containsExactly("Low");
        assertThat(run.list(BANDS.query().doesntHave(Band.REVIEWS).pluck(Band.NAME)))
                .containsExactly("Can");
        assertThatThrownBy(() -> REVIEWS.query().whereMorphedTo(SUBJECT, Label.LABELS))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> REVIEWS.query().has("subject"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("is in several tables");
    }

    @Test
    @Feature("10.2")
    default void aTypeThatIsNoneOfTheTablesIsAnError(Runner run) {
        run.get(DB.table("reviews").where("body", "slow").update(Map.of("subject_type", "bnad")));

        assertThat(run.error(REVIEWS.with(SUBJECT).get().collectList()))
                .isInstanceOf(UnknownModelException.class)
                .hasMessage("no model is registered as \"bnad\"; did you mean \"band\"?");
        run.assertNothingAcquired();
    }

    @Test
    @Feature({"10.2", "3.3"})
    default void softlyDeletedRowsAreNotBelongedTo(Runner run) {
        run.get(band(run, "Low").delete());

        Review review = run.get(REVIEWS.with(SUBJECT).orderBy(Review.ID).first());
        assertThat(review.get(SUBJECT)).isNull();
        run.get(review.load(SUBJECT));
        assertThat(review.get(SUBJECT)).isNull();
        assertThat(run.get(REVIEWS.query()
                                .with(SUBJECT.loading(BANDS, bands -> bands.withTrashed()))
                                .orderBy(Review.ID)
                                .first())
                        .get(SUBJECT))
                .isInstanceOf(Band.class);
    }

    @Test
    @Feature({"10.2", "10.3", "4.3"})
    default void manyToManyOfSeveralTables(Runner run) {
        List<Tag> tags =
                run.list(Tag.TAGS.insertMany(Flux.just("sad", "loud").map(word -> new Tag().set(Tag.WORD, word))));
        List<?> ids = tags.stream().map(Tag::getKey).toList();
        Band low = band(run, "Low");
        Album trust = run.get(ALBUMS.query().sole());
        run.get(Band.TAGS.of(low).attach(ids));
        run.get(Album.TAGS.of(trust).sync(ids.subList(0, 1)));
        run.forgetStatements();

        List<Tag> loaded = run.list(
                Tag.TAGS.with(Tag.BANDS).with(Tag.ALBUMS).orderBy(Tag.ID).get());
        assertThat(run.statements()).hasSize(3);
        assertThat(loaded.get(0).get(Tag.BANDS)).extracting(Band::name).containsExactly("Low");
        assertThat(loaded.get(0).get(Tag.ALBUMS)).extracting(Album::title).containsExactly("Trust");
        assertThat(loaded.get(1).get(Tag.ALBUMS)).isEmpty();
        assertThat(run.get(Band.TAGS.of(low).count())).isEqualTo(2);

        assertThat(run.get(Tag.ALBUMS.of(tags.get(0)).detach())).isEqualTo(1);
        assertThat(run.get(Band.TAGS.of(low).count()))
                .as("the rows of another type stay")
                .isEqualTo(2);
        assertThat(run.list(BANDS.query()
                        .whereHas(Band.TAGS, words -> words.where(Tag.WORD.eq("loud")))
                        .pluck(Band.NAME)))
                .containsExactly("Low");
    }
}
