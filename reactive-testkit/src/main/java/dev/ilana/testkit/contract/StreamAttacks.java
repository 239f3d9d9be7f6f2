package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import dev.ilana.DB;
import reactor.core.publisher.Mono;

/** Streams, chunks and pages. */
final class StreamAttacks {

    private StreamAttacks() {}

    static void into(Attacks attacks) {
        attacks.call(
                NAME,
                "RowStreams.lazyById(int,String)#1",
                s -> DB.table("victims").lazyById(5, s));
        attacks.call(
                NAME,
                "RowStreams.chunkById(int,String,Function)#1",
                s -> DB.table("victims").chunkById(5, s, rows -> Mono.empty()));
        attacks.call(
                LOOKUP,
                "RowStreams.cursorPaginate(int,String)#1",
                s -> DB.table("victims").cursorPaginate(5, s));
        attacks.call(
                LOOKUP,
                "ModelStreams.cursorPaginate(int,String)#1",
                s -> VICTIMS.query().cursorPaginate(5, s));
        attacks.call(LOOKUP, "Queryable.cursorPaginate(int,String)#1", s -> VICTIMS.cursorPaginate(5, s));
        attacks.call(
                LOOKUP,
                "Projection.cursorPaginate(int,String)#1",
                s -> VICTIMS.query().select(Victim.NAME_OF).cursorPaginate(5, s));
    }
}
