package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.UserRow;
import java.time.Instant;
import java.util.List;

/** What a contestant has left in the table that is written to. */
final class Written {

    private final Tables tables;

    Written(Tables tables) {
        this.tables = tables;
    }

    /** Whether all rows have that key. */
    boolean hasOnly(long key) {
        return tables.newUsers().stream().allMatch(user -> user.id() == key);
    }

    /** How many rows say that they were changed today. */
    long notedToday() {
        Instant today = Instant.now().minusSeconds(3_600);
        return tables.newUsers().stream()
                .filter(user -> user.updatedAt().isAfter(today))
                .count();
    }

    /** The rows without their keys, which may have gaps. */
    List<UserRow> added() {
        return tables.newUsers().stream()
                .map(user -> without(user, user.updatedAt()))
                .toList();
    }

    /** The same without the time of a change, which is each contestant's own. */
    List<UserRow> changed() {
        return tables.newUsers().stream()
                .map(user -> without(user, Instant.EPOCH))
                .toList();
    }

    private static UserRow without(UserRow user, Instant updatedAt) {
        return new UserRow(
                0, user.name(), user.email(), user.age(), user.active(), user.balance(), user.createdAt(), updatedAt);
    }
}
