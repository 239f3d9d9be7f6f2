package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;

/** Somebody's membership of a club; its key is of both. */
public final class Membership extends Model<Membership> {

    public static final Table<Membership> MEMBERSHIPS = Table.of(Membership.class, Membership::new);

    public static final Column<Membership, Long> CLUB = MEMBERSHIPS.bigInteger("club_id");
    public static final Column<Membership, String> MEMBER = MEMBERSHIPS.string("member");
    public static final CompositeKey<Membership> KEY = MEMBERSHIPS.keys(CLUB, MEMBER);
    public static final Column<Membership, String> STANDING =
            MEMBERSHIPS.string("standing").fillable();

    public Membership() {
        super(MEMBERSHIPS);
    }

    public static Membership of(long club, String member) {
        return new Membership().set(CLUB, club).set(MEMBER, member).set(STANDING, "new");
    }
}
