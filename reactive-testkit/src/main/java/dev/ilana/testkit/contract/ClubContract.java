package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.club.Club;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with the club's tables, empty. */
interface ClubContract {

    @BeforeEach
    default void emptyClub(Runner run) {
        run.value(Club.empty());
        run.forgetStatements();
    }
}
