package dev.ilana.dialect;

import static dev.ilana.dialect.Inn.Guest.AGE;
import static dev.ilana.dialect.Inn.Guest.GUESTS;
import static dev.ilana.dialect.Inn.Guest.ID;
import static dev.ilana.dialect.Inn.Guest.NAME;

import dev.ilana.dialect.Inn.Guest;
import dev.ilana.dialect.Inn.Regular;
import dev.ilana.dialect.Inn.Visit;
import dev.ilana.model.ModelQuery;
import org.junit.jupiter.api.Test;

/** Which models a query means, as each database spells it. */
class ModelConditionWordsTest {

    private static final String THERE = "select [id] from [guests] where [deleted_at] is null";
    private static final ModelQuery<Guest> ADA = GUESTS.where("name", "Ada");

    private static Spelling said(ModelQuery<Guest> query) {
        return Spelling.of(query.select(ID));
    }

    @Test
    void typedConditionsStandBesideEachOther() {
        said(ADA.where(AGE.gt(1).or(AGE.isNull())))
                .everywhere(THERE + " and [name] = ? and ([age] > ? or [age] is null)", "Ada", 1);
        said(ADA.orWhere(AGE.gt(1).or(AGE.isNull())))
                .everywhere(THERE + " and ([name] = ? or ([age] > ? or [age] is null))", "Ada", 1);
        said(ADA.whereNot(AGE.gt(1).or(AGE.isNull())))
                .everywhere(THERE + " and [name] = ? and not ([age] > ? or [age] is null)", "Ada", 1);
        said(ADA.orWhereNot(AGE.gt(1))).everywhere(THERE + " and ([name] = ? or not ([age] > ?))", "Ada", 1);
        said(ADA.whereNull(AGE)).everywhere(THERE + " and [name] = ? and [age] is null", "Ada");
        said(ADA.whereNotNull(AGE)).everywhere(THERE + " and [name] = ? and [age] is not null", "Ada");
    }

    @Test
    void aKeyStandsBesideTheWholeOfTheRest() {
        said(ADA.orWhere("age", 1).whereKey(7))
                .everywhere(
                        "select [id] from [guests] where [id] = ? and [deleted_at] is null and ([name] = ? or [age] = ?)",
                        7L,
                        "Ada",
                        1);
    }

    @Test
    void softlyDeletedRowsAreThereWhereTheyAreAskedFor() {
        said(ADA.withTrashed()).everywhere("select [id] from [guests] where [name] = ?", "Ada");
        said(ADA.withTrashed().withoutTrashed()).everywhere(THERE + " and [name] = ?", "Ada");
        said(ADA.onlyTrashed())
                .everywhere("select [id] from [guests] where [deleted_at] is not null and [name] = ?", "Ada");
    }

    @Test
    void aGlobalScopeIsThereUntilItIsTakenAway() {
        String regulars = "select [id] from [regulars] where [deleted_at] is null and [visits] > ?";
        Spelling.of(Regular.REGULARS.select(Regular.ID)).everywhere(regulars, 3);
        Spelling.of(Regular.REGULARS.query().withoutGlobalScope("often").select(Regular.ID))
                .everywhere("select [id] from [regulars] where [deleted_at] is null");
        Spelling.of(Regular.REGULARS.query().withoutGlobalScopes().select(Regular.ID))
                .everywhere("select [id] from [regulars]");
    }

    @Test
    void aScopeAndTheConditionsBeforeItEachStayTogether() {
        said(ADA.orWhere("age", 1).scope(q -> q.where("age", 2).orWhere("age", 3)))
                .everywhere(THERE + " and ([name] = ? or [age] = ?) and ([age] = ? or [age] = ?)", "Ada", 1, 2, 3);
    }

    @Test
    void groupsAreChosenByTypedConditions() {
        Spelling.of(GUESTS.groupBy(NAME)
                        .having(ID.count().gt(1L).or(AGE.max().gt(60)))
                        .orHaving(AGE.min().lt(18))
                        .select(NAME))
                .everywhere(
                        "select [name] from [guests] where [deleted_at] is null group by [name]"
                                + " having (count([id]) > ? or max([age]) > ?) or min([age]) < ?",
                        1L,
                        60,
                        18);
    }

    // By related rows

    private static final String RELATED =
            "(select 1 as [found] from [visits] where [visits].[guest_id] = [guests].[id]";
    private static final String COUNTED = "(select count(*) from [visits] where [visits].[guest_id] = [guests].[id])";

    @Test
    void relatedRowsAreThereOrNot() {
        said(ADA.has(Guest.VISITS)).everywhere(THERE + " and [name] = ? and exists " + RELATED + ")", "Ada");
        said(ADA.doesntHave(Guest.VISITS)).everywhere(THERE + " and [name] = ? and not exists " + RELATED + ")", "Ada");
        said(ADA.has(Guest.VISITS, ">=", 3)).everywhere(THERE + " and [name] = ? and " + COUNTED + " >= ?", "Ada", 3L);
    }

    @Test
    void relatedRowsFitOrNot() {
        String fitting = RELATED + " and [visits].[nights] > ?)";
        said(ADA.whereHas(Guest.VISITS, visits -> visits.where(Visit.NIGHTS.gt(2))))
                .everywhere(THERE + " and [name] = ? and exists " + fitting, "Ada", 2);
        said(ADA.orWhereHas(Guest.VISITS, visits -> visits.where(Visit.NIGHTS.gt(2))))
                .everywhere(THERE + " and ([name] = ? or exists " + fitting + ")", "Ada", 2);
        said(ADA.whereDoesntHave(Guest.VISITS, visits -> visits.where(Visit.NIGHTS.gt(2))))
                .everywhere(THERE + " and [name] = ? and not exists " + fitting, "Ada", 2);
        said(ADA.whereRelation(Guest.VISITS, Visit.NIGHTS.gt(2)))
                .everywhere(THERE + " and [name] = ? and exists " + fitting, "Ada", 2);
        said(ADA.orWhereRelation(Guest.VISITS, Visit.NIGHTS.gt(2)))
                .everywhere(THERE + " and ([name] = ? or exists " + fitting + ")", "Ada", 2);
        said(ADA.whereRelation("visits", "nights", ">", 2))
                .everywhere(THERE + " and [name] = ? and exists " + fitting, "Ada", 2);
        said(ADA.orWhereRelation("visits", "nights", ">", 2))
                .everywhere(THERE + " and ([name] = ? or exists " + fitting + ")", "Ada", 2);
    }

    // Order

    @Test
    void ordersOfTypedColumns() {
        said(GUESTS.orderBy(NAME).orderByDesc(AGE).orderBy(ID.desc()))
                .everywhere(THERE + " order by [name] asc, [age] desc, [id] desc");
        said(GUESTS.query().latest()).everywhere(THERE + " order by [created_at] desc");
        said(GUESTS.query().oldest()).everywhere(THERE + " order by [created_at] asc");
    }
}
