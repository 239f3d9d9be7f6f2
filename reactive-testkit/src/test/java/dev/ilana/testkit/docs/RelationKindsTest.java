package dev.ilana.testkit.docs;

import static dev.ilana.testkit.contract.music.Band.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.LATEST;
import static dev.ilana.testkit.contract.music.Band.MUSICIANS;
import static dev.ilana.testkit.contract.music.Label.LABELS;
import static dev.ilana.testkit.contract.music.Review.REVIEWS;
import static dev.ilana.testkit.contract.music.Review.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasManyThrough;
import dev.ilana.relation.MorphTo;
import dev.ilana.relation.Synced;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Concert;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Music;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.contract.music.Review;
import dev.ilana.testkit.contract.music.Seat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/relations.md} that is about a label, its bands and what they play. */
class RelationKindsTest extends PageTest {

    /** A label by another name. */
    static final class Scene extends Model<Scene> {
        static final Table<Scene> SCENES = Table.of("labels", Scene::new);
        static final Column<Scene, Long> ID = SCENES.id();
        static final HasMany<Scene, Band> BANDS = SCENES.hasMany("bands", () -> Band.LABEL_ID);

        // tag::throughDeclared
        static final HasManyThrough<Scene, Band, Album> ALBUMS =
                SCENES.hasManyThrough("albums", BANDS, () -> Band.ALBUMS);
        // end::throughDeclared

        Scene() {
            super(SCENES);
        }
    }

    /** A band by another name. */
    static final class Group extends Model<Group> {
        static final Table<Group> GROUPS = Table.of("bands", Group::new).morphAs("band");
        static final Column<Group, Long> ID = GROUPS.id();

        // tag::morphManyDeclared
        static final HasMany<Group, Opinion> OPINIONS = GROUPS.morphMany("opinions", () -> Opinion.ABOUT);
        // end::morphManyDeclared

        Group() {
            super(GROUPS);
        }
    }

    /** A review by another name. */
    static final class Opinion extends Model<Opinion> {
        static final Table<Opinion> OPINIONS = Table.of("reviews", Opinion::new);
        static final Column<Opinion, Long> ID = OPINIONS.id();

        // tag::morphToDeclared
        static final Column<Opinion, String> TYPE = OPINIONS.string("subject_type");
        static final Column<Opinion, Long> SUBJECT_ID = OPINIONS.foreignId("subject_id");
        static final MorphTo<Opinion> ABOUT =
                OPINIONS.morphTo("about", TYPE, SUBJECT_ID, () -> List.of(Group.GROUPS, Album.ALBUMS));
        // end::morphToDeclared

        Opinion() {
            super(OPINIONS);
        }
    }

    @Test
    void declared() {
        assertThat(list(Scene.SCENES.with(Scene.ALBUMS).get()).get(0).get(Scene.ALBUMS))
                .hasSize(2);
        assertThat(list(Group.GROUPS.with(Group.OPINIONS).get()).get(0).get(Group.OPINIONS))
                .hasSize(1);
        assertThat(list(Opinion.OPINIONS.with(Opinion.ABOUT).get()).get(0).get(Opinion.ABOUT))
                .isInstanceOf(Group.class);
    }

    @BeforeEach
    void music() {
        run(Music.empty().thenReturn(true));
        Label label = run(LABELS.create(Map.of("name", "One")));
        Band low = run(Band.LABEL.associate(Band.named("Low"), label).save());
        run(Album.of(low, "Hope", 1994).save());
        run(Album.of(low, "Trust", 2002).save());
        run(Band.REVIEWS.of(low).save(Review.of(5, "slow")));
        run(Band.CONCERTS.of(low).create(Map.of("city", "Lagos")));
        list(Musician.MUSICIANS.insertMany(Flux.just("Alan", "Mimi", "Zak").map(Musician::named)));
    }

    private Band low() {
        return run(BANDS.where(Band.NAME.eq("Low")).sole());
    }

    @Test
    void attach() {
        Band low = low();
        run(MUSICIANS.of(low).attach(List.of(1, 2)));
        long alan = 1;
        long mimi = 2;
        long zak = 3;

        // tag::sync
        Mono<Synced> synced = MUSICIANS.of(low).sync(List.of(mimi, zak)); // exactly these two
        Mono<Synced> added = MUSICIANS.of(low).syncWithoutDetaching(List.of(alan));
        Mono<Synced> turned = MUSICIANS.of(low).toggle(List.of(alan, zak));

        Mono<Long> withValues = MUSICIANS.of(low).attach(alan, Map.of("instrument", "guitar", "since", 1993));
        Mono<Long> changed = MUSICIANS.of(low).updateExistingPivot(alan, Map.of("since", 1994));
        // end::sync

        assertThat(run(synced).detached()).containsExactly(alan);
        assertThat(run(added).attached()).containsExactly(alan);
        assertThat(run(turned).detached()).containsExactly(alan, zak);
        assertThat(run(withValues)).isEqualTo(1);
        assertThat(run(changed)).isEqualTo(1);
    }

    @Test
    void pivotValues() {
        Band low = low();
        run(MUSICIANS.of(low).attach(1L, Map.of("instrument", "guitar", "since", 1993)));

        // tag::pivotValues
        Flux<String> instruments =
                MUSICIANS.of(low).get().map(musician -> MUSICIANS.pivot(musician, "instrument", String.class));

        Flux<Musician> drummers =
                MUSICIANS.of(low).wherePivot("instrument", "drums").get();
        Flux<Band> bands = BANDS.with(
                        MUSICIANS, musicians -> musicians.orderBy(MUSICIANS.pivot("since", Integer.class)))
                .get();
        // end::pivotValues

        assertThat(list(instruments)).containsExactly("guitar");
        assertThat(list(drummers)).isEmpty();
        assertThat(list(bands)).hasSize(1);

        Musician alan = run(Musician.MUSICIANS.findOrFail(1));
        // tag::pivotModel
        Flux<Seat> seats = Musician.BANDS.of(alan).get().map(band -> Musician.BANDS.pivot(band, Seat.SEATS));
        // end::pivotModel
        assertThat(list(seats)).extracting(seat -> seat.get(Seat.SINCE)).containsExactly(1993);
    }

    @Test
    void through() {
        // tag::through
        Flux<Label> labels = LABELS.with(Label.ALBUMS).get(); // two statements
        Flux<Label> old = LABELS.query()
                .whereHas(Label.ALBUMS, albums -> albums.where(Album.YEAR.lt(2000)))
                .get();
        // end::through

        assertThat(list(labels).get(0).get(Label.ALBUMS)).hasSize(2);
        assertThat(list(old)).hasSize(1);
    }

    @Test
    void morphs() {
        Band low = low();

        // tag::morphs
        Flux<Review> reviews = REVIEWS.with(SUBJECT).get(); // a statement more for each table
        Flux<Review> deeper = REVIEWS.query()
                .with(SUBJECT.loading(BANDS, bands -> bands.with(Band.LABEL)))
                .get();
        Flux<Review> ofLow = REVIEWS.query().whereMorphedTo(SUBJECT, low).get();
        Flux<Review> ofBands = REVIEWS.query().whereMorphedTo(SUBJECT, BANDS).get();
        Flux<Review> ofOld = REVIEWS.where(SUBJECT.has(Album.ALBUMS, albums -> albums.where(Album.YEAR.lt(2000))))
                .get();
        // end::morphs

        assertThat(list(reviews).get(0).get(SUBJECT)).isInstanceOf(Band.class);
        assertThat(list(deeper)).hasSize(1);
        assertThat(list(ofLow)).hasSize(1);
        assertThat(list(ofBands)).hasSize(1);
        assertThat(list(ofOld)).isEmpty();
    }

    @Test
    void ofMany() {
        // tag::ofMany
        Flux<String> latest =
                BANDS.with(LATEST).get().map(band -> band.get(LATEST).title());
        // end::ofMany

        int before = statements().size();
        assertThat(list(latest)).containsExactly("Trust");
        assertThat(statements()).hasSize(before + 2);
    }

    @Test
    void aggregates() {
        // tag::aggregates
        Flux<Band> bands = BANDS.query()
                .withCount(ALBUMS)
                .withSum(ALBUMS, Album.PRICE)
                .withMax(ALBUMS, Album.YEAR)
                .withExists(MUSICIANS)
                .withCount("early", ALBUMS, albums -> albums.where(Album.YEAR.lt(2000)))
                .get();
        Flux<Long> early = bands.map(band -> band.getAttribute("early", Long.class));
        // end::aggregates

        Band low = list(bands).get(0);
        assertThat(low.sumOf(ALBUMS, Album.PRICE)).isEqualByComparingTo("20");
        assertThat(low.maxOf(ALBUMS, Album.YEAR)).isEqualTo(2002);
        assertThat(low.existsOf(MUSICIANS)).isFalse();
        assertThat(list(early)).containsExactly(1L);
    }

    @Test
    void asking() {
        Label label = run(LABELS.findOrFail(1));

        // tag::asking
        Flux<Label> busy = LABELS.query().has("bands.albums", ">=", 2).get();
        Flux<Band> either =
                BANDS.where(Band.NAME.eq("Can")).orHas(ALBUMS, ">", 5).get();
        Flux<Band> nineties = BANDS.query()
                .whereRelation(ALBUMS, Album.YEAR.between(1990, 1999))
                .get();
        Flux<Band> theirs = BANDS.query().whereBelongsTo(Band.LABEL, label).get(); // or several labels
        Flux<Label> hopeful = LABELS.query()
                .whereHas("bands.albums", albums -> albums.where("title", "Hope"))
                .get();
        // end::asking

        assertThat(list(busy)).hasSize(1);
        assertThat(list(either)).isEmpty();
        assertThat(list(nineties)).hasSize(1);
        assertThat(list(theirs)).hasSize(1);
        assertThat(list(hopeful)).hasSizeLessThan(2);
    }

    @Test
    void always() {
        // tag::always
        Flux<Concert> concerts = Concert.CONCERTS.query().get(); // with their bands, as the table says
        Flux<Concert> plain = Concert.CONCERTS.query().without(Concert.BAND).get();
        // end::always

        assertThat(list(concerts).get(0).get(Concert.BAND).name()).isEqualTo("Low");
        assertThat(list(plain).get(0).relationLoaded(Concert.BAND)).isFalse();
    }

    @Test
    void writing() {
        Band low = low();

        // tag::writing
        Flux<Album> many = ALBUMS.of(low).createMany(List.of(Map.of("title", "C'mon"), Map.of("title", "Drums")));
        Mono<Album> found = ALBUMS.of(low).firstOrCreate(Map.of("title", "Trust"), Map.of("year", 2002));
        Mono<Long> moved = ALBUMS.of(low).update(Album.YEAR.to(2003));
        Mono<Long> gone = ALBUMS.of(low).delete();
        // end::writing

        assertThat(list(many)).hasSize(2);
        assertThat(run(found).wasRecentlyCreated()).isFalse();
        assertThat(run(moved)).isEqualTo(4);
        assertThat(run(gone)).isEqualTo(4);
    }
}
