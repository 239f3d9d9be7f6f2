package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Guest.GUESTS;
import static dev.ilana.dialect.Inn.Guest.ID;
import static dev.ilana.dialect.Inn.Guest.VISITS;
import static dev.ilana.dialect.Inn.Visit.NIGHTS;
import static dev.ilana.dialect.Spelling.ARRAY_BINDERS;
import static dev.ilana.dialect.Spelling.MYSQL_FAMILY;
import static dev.ilana.dialect.Spelling.array;
import static dev.ilana.dialect.Spelling.sentBy;

import dev.ilana.Table;
import dev.ilana.dialect.Inn.Guest;
import dev.ilana.dialect.Inn.Visit;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.MorphTo;
import dev.ilana.sql.SqlType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a query says of related rows, as each database spells it. */
class RelationWordsTest {

    private static final String THERE = "select [id] from [guests] where [deleted_at] is null";
    private static final ModelQuery<Guest> ADA = GUESTS.where("name", "Ada");
    private static final String RELATED =
            "(select 1 as [found] from [visits] where [visits].[guest_id] = [guests].[id]";
    private static final String COUNTED = "(select count(*) from [visits] where [visits].[guest_id] = [guests].[id]";

    private static Spelling said(ModelQuery<Guest> query) {
        return Spelling.of(query.select(ID));
    }

    /** Something said of a guest or of a visit. */
    static final class Remark extends Model<Remark> {
        static final Table<Remark> REMARKS = Table.of("remarks", Remark::new);
        static final Column<Remark, Long> ID = REMARKS.id();
        static final Column<Remark, Long> REPLY_TO =
                REMARKS.foreignId("reply_to").nullable();
        static final Column<Remark, String> TYPE = REMARKS.string("subject_type");
        static final Column<Remark, Long> SUBJECT_ID = REMARKS.foreignId("subject_id");
        static final MorphTo<Remark> SUBJECT =
                REMARKS.morphTo("subject", TYPE, SUBJECT_ID, () -> List.of(GUESTS, Visit.VISITS));
        static final BelongsTo<Remark, Remark> QUESTION = REMARKS.belongsTo("question", REPLY_TO, () -> REMARKS);
        static final HasMany<Remark, Remark> ANSWERS = REMARKS.hasMany("answers", () -> REPLY_TO);

        Remark() {
            super(REMARKS);
        }
    }

    @Test
    void relatedRowsAreThereOrSomethingElse() {
        said(ADA.orHas(VISITS)).everywhere(THERE + " and ([name] = ? or exists " + RELATED + "))", "Ada");
        said(ADA.orHas(VISITS, ">=", 3)).everywhere(THERE + " and ([name] = ? or " + COUNTED + ") >= ?)", "Ada", 3L);
        said(ADA.orDoesntHave(VISITS)).everywhere(THERE + " and ([name] = ? or not exists " + RELATED + "))", "Ada");
        said(ADA.orWhereDoesntHave(VISITS, visits -> visits.where(NIGHTS.gt(2))))
                .everywhere(
                        THERE + " and ([name] = ? or not exists " + RELATED + " and [visits].[nights] > ?))", "Ada", 2);
        said(ADA.whereHas(VISITS, visits -> visits.where(NIGHTS.gt(2)), "<", 3))
                .everywhere(THERE + " and [name] = ? and " + COUNTED + " and [visits].[nights] > ?) < ?", "Ada", 2, 3L);
    }

    @Test
    void relatedRowsAreAskedByAPath() {
        said(ADA.has("visits")).everywhere(THERE + " and [name] = ? and exists " + RELATED + ")", "Ada");
        said(ADA.orHas("visits")).everywhere(THERE + " and ([name] = ? or exists " + RELATED + "))", "Ada");
        said(ADA.has("visits", ">", 2)).everywhere(THERE + " and [name] = ? and " + COUNTED + ") > ?", "Ada", 2L);
        said(ADA.doesntHave("visits")).everywhere(THERE + " and [name] = ? and not (exists " + RELATED + "))", "Ada");
        said(ADA.orDoesntHave("visits"))
                .everywhere(THERE + " and ([name] = ? or not (exists " + RELATED + ")))", "Ada");
    }

    @Test
    void rowsAtTheEndOfAPathMayHaveToFit() {
        String fitting = "exists " + RELATED + " and [visits].[nights] > ?)";
        said(ADA.<Visit>whereHas("visits", visits -> visits.where(NIGHTS.gt(2))))
                .everywhere(THERE + " and [name] = ? and " + fitting, "Ada", 2);
        said(ADA.<Visit>orWhereHas("visits", visits -> visits.where(NIGHTS.gt(2))))
                .everywhere(THERE + " and ([name] = ? or " + fitting + ")", "Ada", 2);
        said(ADA.<Visit>whereDoesntHave("visits", visits -> visits.where(NIGHTS.gt(2))))
                .everywhere(THERE + " and [name] = ? and not " + fitting, "Ada", 2);
        said(ADA.<Visit>orWhereDoesntHave("visits", visits -> visits.where(NIGHTS.gt(2))))
                .everywhere(THERE + " and ([name] = ? or not " + fitting + ")", "Ada", 2);
    }

    @Test
    void rowsPointAtOneOfSeveral() {
        List<Remark> questions =
                List.of(Remark.REMARKS.stored(Map.of("id", 5L)), Remark.REMARKS.stored(Map.of("id", 6L)));
        String start = "select [id] from [remarks] where [id] > ?";
        Spelling.of(Remark.REMARKS
                        .query()
                        .where(Remark.ID.gt(1L))
                        .whereBelongsTo(Remark.QUESTION, questions)
                        .select(Remark.ID))
                .on(ARRAY_BINDERS, start + " and [reply_to] = any(?)", 1L, array(SqlType.BIGINT, 5L, 6L))
                .on(MYSQL_FAMILY, start + " and [reply_to] in (?, ?)", 1L, 5L, 6L);
        Spelling.of(Remark.REMARKS
                        .query()
                        .where(Remark.ID.gt(1L))
                        .orWhereBelongsTo(Remark.QUESTION, questions)
                        .select(Remark.ID))
                .on(ARRAY_BINDERS, start + " or [reply_to] = any(?)", 1L, array(SqlType.BIGINT, 5L, 6L))
                .on(MYSQL_FAMILY, start + " or [reply_to] in (?, ?)", 1L, 5L, 6L);
    }

    @Test
    void aTableThatIsRelatedToItselfHasAnotherNameInside() {
        Spelling.of(Remark.REMARKS.query().has("answers.answers").select(Remark.ID))
                .everywhere("select [id] from [remarks] where exists (select 1 as [found] from [remarks] as [remarks_2]"
                        + " where [remarks_2].[reply_to] = [remarks].[id] and exists (select 1 as [found]"
                        + " from [remarks] as [remarks_3] where [remarks_3].[reply_to] = [remarks_2].[id]))");
    }

    @Test
    void rowsPointAtOne() {
        Remark question = Remark.REMARKS.stored(Map.of("id", 5L));
        Spelling.of(Remark.REMARKS
                        .query()
                        .where(Remark.ID.gt(1L))
                        .whereBelongsTo(Remark.QUESTION, question)
                        .orWhereBelongsTo(Remark.QUESTION, question)
                        .select(Remark.ID))
                .everywhere(
                        "select [id] from [remarks] where [id] > ? and [reply_to] = ? or [reply_to] = ?", 1L, 5L, 5L);
        Guest guest = GUESTS.stored(Map.of("id", 7L));
        Spelling.of(Remark.REMARKS
                        .query()
                        .whereMorphedTo(Remark.SUBJECT, guest)
                        .orWhereMorphedTo(Remark.SUBJECT, guest)
                        .select(Remark.ID))
                .everywhere(
                        "select [id] from [remarks] where [subject_type] = ? and [subject_id] = ?"
                                + " or [subject_type] = ? and [subject_id] = ?",
                        "guests",
                        7L,
                        "guests",
                        7L);
        Spelling.of(Remark.REMARKS
                        .query()
                        .whereMorphedTo(Remark.SUBJECT, GUESTS)
                        .orWhereMorphedTo(Remark.SUBJECT, Visit.VISITS)
                        .select(Remark.ID))
                .everywhere(
                        "select [id] from [remarks] where [subject_type] = ? or [subject_type] = ?",
                        "guests",
                        "visits");
    }

    @Test
    void whatIsLoadedIsNotInTheStatement() {
        String all = "select [id], [reply_to], [subject_type], [subject_id] from [remarks]";
        sentBy(() -> Remark.REMARKS
                        .query()
                        .with(Remark.ANSWERS, Remark.QUESTION)
                        .get())
                .everywhere(all);
        sentBy(() -> Remark.REMARKS
                        .query()
                        .with(Remark.SUBJECT.loading(GUESTS, guests -> guests.with(VISITS)))
                        .get())
                .everywhere(all);
        sentBy(() -> Remark.REMARKS
                        .query()
                        .with(Remark.ANSWERS)
                        .without(Remark.ANSWERS)
                        .without("question")
                        .get())
                .everywhere(all);
        sentBy(() -> Remark.REMARKS.query().batchingLoads().get()).everywhere(all);
    }

    @Test
    void whatIsComputedOfRelatedRowsIsSelected() {
        String of = "from [visits] where [visits].[guest_id] = [guests].[id]";
        String more = of + " and [visits].[nights] > ?";
        computed(GUESTS.select("name").withSum(VISITS, NIGHTS), "sum([visits].[nights]) " + of, "visits_sum_nights");
        computed(GUESTS.select("name").withAvg(VISITS, NIGHTS), "avg([visits].[nights]) " + of, "visits_avg_nights");
        computed(GUESTS.select("name").withMin(VISITS, NIGHTS), "min([visits].[nights]) " + of, "visits_min_nights");
        computed(GUESTS.select("name").withMax(VISITS, NIGHTS), "max([visits].[nights]) " + of, "visits_max_nights");
        computed(
                GUESTS.select("name").withSum(VISITS, NIGHTS, RelationWordsTest::longer),
                "sum([visits].[nights]) " + more,
                "visits_sum_nights",
                7);
        computed(
                GUESTS.select("name").withAvg(VISITS, NIGHTS, RelationWordsTest::longer),
                "avg([visits].[nights]) " + more,
                "visits_avg_nights",
                7);
        computed(
                GUESTS.select("name").withMin(VISITS, NIGHTS, RelationWordsTest::longer),
                "min([visits].[nights]) " + more,
                "visits_min_nights",
                7);
        computed(
                GUESTS.select("name").withMax(VISITS, NIGHTS, RelationWordsTest::longer),
                "max([visits].[nights]) " + more,
                "visits_max_nights",
                7);
        computed(GUESTS.select("name").withCount("n", VISITS, RelationWordsTest::longer), "count(*) " + more, "n", 7);
        computed(
                GUESTS.select("name").withSum("n", VISITS, NIGHTS, RelationWordsTest::longer),
                "sum([visits].[nights]) " + more,
                "n",
                7);
        computed(
                GUESTS.select("name").withAvg("n", VISITS, NIGHTS, RelationWordsTest::longer),
                "avg([visits].[nights]) " + more,
                "n",
                7);
        computed(
                GUESTS.select("name").withMin("n", VISITS, NIGHTS, RelationWordsTest::longer),
                "min([visits].[nights]) " + more,
                "n",
                7);
        computed(
                GUESTS.select("name").withMax("n", VISITS, NIGHTS, RelationWordsTest::longer),
                "max([visits].[nights]) " + more,
                "n",
                7);
    }

    @Test
    void whetherThereAreRelatedRowsIsAskedOfTheFirst() {
        String of = "1 as [found] from [visits] where [visits].[guest_id] = [guests].[id]";
        computed(GUESTS.select("name").withExists(VISITS), of + " limit ?", "visits_exists", 1L);
        computed(
                GUESTS.select("name").withExists(VISITS, RelationWordsTest::longer),
                of + " and [visits].[nights] > ? limit ?",
                "visits_exists",
                7,
                1L);
        computed(
                GUESTS.select("name").withExists("n", VISITS, RelationWordsTest::longer),
                of + " and [visits].[nights] > ? limit ?",
                "n",
                7,
                1L);
    }

    private static ModelQuery<Visit> longer(ModelQuery<Visit> visits) {
        return visits.where(NIGHTS.gt(7));
    }

    private static void computed(ModelQuery<Guest> query, String computed, String name, Object... values) {
        Spelling.of(query)
                .everywhere(
                        "select [name], (select " + computed + ") as [" + name
                                + "] from [guests] where [deleted_at] is null",
                        values);
    }
}
