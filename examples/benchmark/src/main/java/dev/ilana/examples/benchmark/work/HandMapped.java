package dev.ilana.examples.benchmark.work;

/** A contestant whose code makes the common form of a row itself. */
public interface HandMapped extends Contestant<UserRow, Author> {

    @Override
    default UserRow row(UserRow user) {
        return user;
    }

    @Override
    default Author author(Author user) {
        return user;
    }
}
