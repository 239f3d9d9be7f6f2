package dev.ilana.testkit.contract;

import dev.ilana.testkit.contract.music.Music;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with the tables of the music, empty. */
interface MusicContract {

    @BeforeEach
    default void emptyMusic(Runner run) {
        run.value(Music.empty());
        rows(run);
        run.forgetStatements();
    }

    /** The rows that each test of the contract starts with. */
    default void rows(Runner run) {}
}
