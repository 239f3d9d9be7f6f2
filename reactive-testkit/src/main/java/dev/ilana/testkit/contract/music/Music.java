package dev.ilana.testkit.contract.music;

import dev.ilana.DB;
import dev.ilana.model.Models;
import dev.ilana.schema.build.Schema;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables of the music. */
public final class Music {

    private static final List<String> TABLES = List.of(
            "labels",
            "bands",
            "albums",
            "discs",
            "tracks",
            "musicians",
            "band_musician",
            "reviews",
            "tags",
            "taggables",
            "disc_tag",
            "concerts");

    private Music() {}

    /** The tables, made where they are missing, and empty. */
    public static Mono<Void> empty() {
        Models.register(Band.BANDS, Concert.CONCERTS);
        Schema schema = Schema.current();
        return schema.hasTable("labels").flatMap(there -> there ? clear() : create(schema));
    }

    private static Mono<Void> clear() {
        return Flux.fromIterable(TABLES)
                .concatMap(table -> DB.table(table).everything().delete())
                .then();
    }

    private static Mono<Void> create(Schema schema) {
        return schema.create("labels", table -> {
                    table.id();
                    table.string("name");
                })
                .then(schema.create("bands", table -> {
                    table.id();
                    table.foreignId("label_id").nullable();
                    table.string("name");
                    table.softDeletes();
                }))
                .then(schema.create("albums", table -> {
                    table.id();
                    table.foreignId("band_id");
                    table.string("title");
                    table.integer("year");
                    table.decimal("price", 10, 2);
                    table.bool("out");
                    table.timestamps();
                }))
                .then(schema.create("discs", table -> {
                    table.foreignId("album_id");
                    table.integer("number");
                    table.string("colour");
                    table.primary("album_id", "number");
                }))
                .then(schema.create("tracks", table -> {
                    table.id();
                    table.foreignId("album_id").nullable();
                    table.integer("disc_number").nullable();
                    table.string("title");
                    table.integer("seconds");
                }))
                .then(schema.create("musicians", table -> {
                    table.id();
                    table.string("name");
                }))
                .then(schema.create("band_musician", table -> {
                    table.foreignId("band_id");
                    table.foreignId("musician_id");
                    table.string("instrument").nullable();
                    table.integer("since").nullable();
                    table.timestamps();
                    table.primary("band_id", "musician_id");
                }))
                .then(createMorphs(schema));
    }

    private static Mono<Void> createMorphs(Schema schema) {
        return schema.create("reviews", table -> {
                    table.id();
                    table.string("subject_type", 40).nullable();
                    table.foreignId("subject_id").nullable();
                    table.integer("stars");
                    table.string("body");
                })
                .then(schema.create("tags", table -> {
                    table.id();
                    table.string("word").unique();
                }))
                .then(schema.create("taggables", table -> {
                    table.foreignId("tag_id");
                    table.string("taggable_type", 40);
                    table.foreignId("taggable_id");
                }))
                .then(schema.create("disc_tag", table -> {
                    table.foreignId("album_id");
                    table.integer("disc_number");
                    table.foreignId("tag_id");
                }))
                .then(schema.create("concerts", table -> {
                    table.id();
                    table.foreignId("band_id");
                    table.string("city");
                }));
    }
}
