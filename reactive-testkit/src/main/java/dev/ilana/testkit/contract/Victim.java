package dev.ilana.testkit.contract;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Composed;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.MorphTo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that hostile text is aimed at: it has a column of each kind that has words of its own. */
final class Victim extends Model<Victim> {

    static final Table<Victim> VICTIMS = Table.of("victims", Victim::new);

    static final Column<Victim, Long> ID = VICTIMS.id().fillable();
    static final Column<Victim, String> NAME_OF =
            VICTIMS.string("name").nullable().fillable();
    static final Column<Victim, Integer> NUMBER =
            VICTIMS.integer("number").nullable().fillable();
    static final Column<Victim, Instant> AT = VICTIMS.timestamp("at").nullable();

    @SuppressWarnings("rawtypes") // JSON objects of any shape
    static final Column<Victim, Map> DOC = VICTIMS.json("doc", Map.class).nullable();

    static final Column<Victim, Long> PARENT_ID = VICTIMS.foreignId("parent_id").nullable();

    static final Composed<Victim, Pair> PAIR =
            VICTIMS.composed(Pair::new, NAME_OF.from(Pair::name), NUMBER.from(Pair::number));

    static final HasMany<Victim, Victim> CHILDREN = VICTIMS.hasMany("children", () -> PARENT_ID);
    static final BelongsToMany<Victim, Victim> FRIENDS =
            VICTIMS.belongsToMany("friends", "friends", "victim_id", "friend_id", () -> VICTIMS);

    static final MorphTo<Victim> SUBJECT = VICTIMS.morphTo("subject", NAME_OF, PARENT_ID, () -> List.of(VICTIMS));

    Victim() {
        super(VICTIMS);
    }

    /** A value over two columns. */
    record Pair(@Nullable String name, @Nullable Integer number) {}
}
