package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.MorphTo;
import java.util.List;

/** What somebody wrote about a band or an album. */
public final class Review extends Model<Review> {

    public static final Table<Review> REVIEWS = Table.of(Review.class, Review::new);

    public static final Column<Review, Long> ID = REVIEWS.id();
    public static final Column<Review, String> SUBJECT_TYPE =
            REVIEWS.string("subject_type").nullable();
    public static final Column<Review, Long> SUBJECT_ID =
            REVIEWS.foreignId("subject_id").nullable();
    public static final Column<Review, Integer> STARS =
            REVIEWS.integer("stars").fillable().defaultTo(3);
    public static final Column<Review, String> BODY = REVIEWS.string("body").fillable();

    public static final MorphTo<Review> SUBJECT =
            REVIEWS.morphTo("subject", SUBJECT_TYPE, SUBJECT_ID, () -> List.of(Band.BANDS, Album.ALBUMS));

    public Review() {
        super(REVIEWS);
    }

    public static Review of(int stars, String body) {
        return new Review().set(STARS, stars).set(BODY, body);
    }

    public String body() {
        return get(BODY);
    }
}
