package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.LABEL;
import static dev.ilana.testkit.contract.music.Concert.BAND;
import static dev.ilana.testkit.contract.music.Concert.CONCERTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.AttributeNotLoadedException;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownModelException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Concert;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is loaded with models or into them: by itself, by name, in part, and for all of them at once. */
public interface EagerLoadContract extends MusicContract {

    /** Low of label One has two albums and plays in Lagos; Can has neither label nor album and plays in Köln. */
    @Override
    default void rows(Runner run) {
        Label one = run.get(Label.LABELS.create(Map.of("name", "One")));
        Band low = run.get(LABEL.associate(Band.named("Low"), one).save());
        Band can = run.get(Band.named("Can").save());
        run.list(Album.ALBUMS.insertMany(Flux.just(Album.of(low, "Hope", 1994), Album.of(low, "Trust", 2002))));
        run.get(Band.CONCERTS.of(low).create(Map.of("city", "Lagos")));
        run.get(Band.CONCERTS.of(can).create(Map.of("city", "Köln")));
    }

    // By itself

    @Test
    @Feature("11.1")
    default void whatATableAlwaysLoadsIsThere(Runner run) {
        List<Concert> concerts = run.list(CONCERTS.orderBy(Concert.ID).get());

        assertThat(run.statements()).as("concerts, bands").hasSize(2);
        assertThat(concerts).extracting(concert -> concert.get(BAND).name()).containsExactly("Low", "Can");
        assertThat(run.get(CONCERTS.find(concerts.get(0).get(Concert.ID)))
                        .get(BAND)
                        .name())
                .isEqualTo("Low");
        assertThat(run.get(BANDS.with("concerts").orderBy(Band.ID).first())
                        .get(Band.CONCERTS)
                        .get(0)
                        .get(BAND)
                        .name())
                .as("where it is itself related too")
                .isEqualTo("Low");
    }

    @Test
    @Feature("11.1")
    default void aQuerySaysOtherwise(Runner run) {
        Concert concert =
                run.get(CONCERTS.query().without(BAND).orderBy(Concert.ID).first());
        assertThat(concert.relationLoaded(BAND)).isFalse();
        assertThat(run.get(CONCERTS.query().without("band").first()).relationLoaded(BAND))
                .isFalse();
        assertThat(run.statements()).hasSize(2);
        run.forgetStatements();

        run.get(concert.load(Concert.LABEL));
        assertThat(run.statements()).as("loading more loads no more than that").hasSize(1);
        assertThat(concert.relationLoaded(BAND)).isFalse();
        run.forgetStatements();

        Concert more = run.get(CONCERTS.with(BAND, bands -> bands.with(LABEL))
                .orderBy(Concert.ID)
                .first());
        assertThat(run.statements()).as("it is not loaded twice").hasSize(3);
        assertThat(more.get(BAND).get(LABEL).get(Label.NAME)).isEqualTo("One");
        assertThat(run.get(BANDS.with(ALBUMS, LABEL).without(ALBUMS).first()).relationLoaded(ALBUMS))
                .isFalse();
        assertThatThrownBy(() -> CONCERTS.query().without("bands"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessageContaining("did you mean \"band\"?");
    }

    @Test
    @Feature("11.1")
    default void whatWouldNeverEndIsRefused(Runner run) {
        Table<Band> circle = Table.of("bands", Band::new).alwaysWith("twin");
        var id = circle.id();
        var twin = circle.hasOne("twin", () -> id);
        Table<Band> wrong = Table.of("bands", Band::new).alwaysWith("nothing");

        assertThatThrownBy(() -> circle.query().without(twin).get())
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(
                        "what bands loads by itself never ends: twin leads back to bands; load it by with(...) where"
                                + " it is needed");
        assertThatThrownBy(() -> wrong.query().get()).isInstanceOf(UnknownRelationException.class);
        assertThat(run.statements()).isEmpty();
    }

    // By name

    @Test
    @Feature({"2.10", "10.1"})
    default void aModelIsReferredToByItsName(Runner run) {
        assertThat(run.list(BANDS.with(Band.CONCERTS).orderBy(Band.ID).get()))
                .extracting(band -> band.get(Band.CONCERTS).get(0).city())
                .containsExactly("Lagos", "Köln");
        Table<Band> table = Table.of("bands", Band::new);
        var id = table.id();
        var unknown = table.<Concert>hasMany("concerts", "Konzert", "band_id");
        assertThatThrownBy(() -> table.query().with(unknown).whereNull(id))
                .isInstanceOf(UnknownModelException.class)
                .hasMessage("no model is registered as \"Konzert\"; did you mean \"Concert\"?");
    }

    // In part

    @Test
    @Feature("11.1")
    default void onlySomeColumnsOfTheRelatedRowsAreRead(Runner run) {
        Band low = run.get(BANDS.with(ALBUMS, albums -> albums.select("title"))
                .orderBy(Band.ID)
                .first());

        Album album = low.get(ALBUMS).get(0);
        assertThat(album.title()).isIn("Hope", "Trust");
        assertThat(album.get(Album.BAND_ID)).as("which it is told by").isEqualTo(low.get(Band.ID));
        assertThatThrownBy(() -> album.get(Album.YEAR)).isInstanceOf(AttributeNotLoadedException.class);
        assertThat(run.error(BANDS.query().select("name").with(LABEL).get().collectList()))
                .as("what it is found by was not read")
                .isInstanceOf(AttributeNotLoadedException.class)
                .hasMessageContaining("label_id");
    }

    @Test
    @Feature("11.1")
    default void aColumnThatIsNotThereIsTheDatabasesToRefuse(Runner run) {
        Table<Band> table = Table.of("bands", Band::new);
        var id = table.id();
        Table<Album> albums = Table.of("albums", Album::new);
        var albumId = albums.id();
        var missing = albums.foreignId("bandid");
        var relation = table.hasMany("albums", () -> missing);

        assertThat(run.error(
                        table.query().withCount(relation).whereNotNull(id).get().collectList()))
                .isInstanceOf(BadSqlException.class);
        assertThat(albumId.name()).isEqualTo("id");
        run.assertNothingAcquired();
    }

    // For all at once

    @Test
    @Feature({"11.1", "11.2"})
    default void kRelationsAreOneStatementMoreEach(Runner run) {
        run.list(BANDS.insertMany(Flux.range(0, 300).map(n -> Band.named("b" + n))));
        run.forgetStatements();

        Collection<Band> bands =
                run.get(BANDS.with(ALBUMS, LABEL, Band.MUSICIANS, Band.LATEST).collection());
        assertThat(run.statements())
                .as("musicians and all else: four relations of 302 bands")
                .hasSize(5);
        run.forgetStatements();
        run.get(bands.load(ALBUMS, LABEL));
        assertThat(run.statements()).hasSize(2);
        run.forgetStatements();
        run.get(bands.loadMissing(ALBUMS, LABEL));
        assertThat(run.statements()).as("they are there").isEmpty();
        run.get(bands.loadMissing("albums.discs", "concerts"));
        assertThat(run.statements())
                .as("discs, concerts, whose bands are always loaded")
                .hasSize(3);
    }

    @Test
    @Feature({"4.2", "11.2"})
    default void aRelationIsReadByNameOnceItIsLoaded(Runner run) {
        Band low = run.get(BANDS.orderBy(Band.ID).first());
        assertThatThrownBy(() -> low.getRelation("label")).isInstanceOf(RelationNotLoadedException.class);
        run.get(low.loadMissing("label"));
        assertThat(low.getRelation("label")).isInstanceOf(Label.class);
        Label other = new Label().set(Label.NAME, "Other");
        assertThat(low.setRelation(LABEL, other).get(LABEL)).isSameAs(other);
        assertThat(run.get(low.fresh()).relationLoaded(LABEL)).isFalse();
        assertThat(low.isDirty()).as("nothing is to be written").isFalse();
        assertThat(run.get(low.refresh()).relationLoaded(LABEL)).isFalse();
    }
}
