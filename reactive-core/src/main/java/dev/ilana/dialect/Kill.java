package dev.ilana.dialect;

/**
 * How one session stops what runs in another.
 *
 * @param whoAmI asks a session for its number, and then for the server that has given it: by one address there may be several
 * @param statement stops the statement of the session whose number follows
 * @param session ends the session whose number follows
 * @param nothing does nothing; a session that was told to stop when its statement had ended stops this one instead
 */
public record Kill(String whoAmI, String statement, String session, String nothing) {}
