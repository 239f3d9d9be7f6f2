package dev.ilana.dialect;

import dev.ilana.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row locks, as each database spells them. */
class LockWordsTest {

    private static final Query USERS = Query.table("users");

    @Test
    void aLockForUpdate() {
        Spelling.of(USERS.where("id", 1).lockForUpdate())
                .everywhere("select * from [users] where [id] = ? for update", 1);
        Spelling.of(USERS.limit(1).lockForUpdate().skipLocked())
                .everywhere("select * from [users] limit ? for update skip locked", 1L);
        Spelling.of(USERS.lockForUpdate().noWait()).everywhere("select * from [users] for update nowait");
        Spelling.of(USERS.lockForUpdate().noWait().skipLocked())
                .everywhere("select * from [users] for update skip locked");
    }

    @Test
    void aSharedLock() {
        List<Dialect> shares = List.of(Dialects.POSTGRESQL, Dialects.MYSQL);
        Spelling.of(USERS.sharedLock())
                .on(shares, "select * from [users] for share")
                .on(Dialects.MARIADB, "select * from [users] lock in share mode")
                .nowhereOf(List.of(Dialects.H2), Capability.SHARED_LOCK);
        Spelling.of(USERS.sharedLock().skipLocked())
                .on(shares, "select * from [users] for share skip locked")
                .on(Dialects.MARIADB, "select * from [users] lock in share mode skip locked");
        Spelling.of(USERS.sharedLock().noWait())
                .on(shares, "select * from [users] for share nowait")
                .on(Dialects.MARIADB, "select * from [users] lock in share mode nowait");
    }
}
