package dev.ilana.examples.realworld.database;

import dev.ilana.examples.realworld.migration.M20261122_090000_CreateUsersTable;
import dev.ilana.examples.realworld.migration.M20261122_090100_CreateFollowsTable;
import dev.ilana.examples.realworld.migration.M20261122_090200_CreateArticlesTable;
import dev.ilana.examples.realworld.migration.M20261122_090300_CreateTagsTables;
import dev.ilana.examples.realworld.migration.M20261122_090400_CreateFavoritesTable;
import dev.ilana.examples.realworld.migration.M20261122_090500_CreateCommentsTable;
import dev.ilana.schema.migrate.Migration;
import java.util.List;

/** All there are. */
final class Migrations {

    static final List<Migration> ALL = List.of(
            new M20261122_090000_CreateUsersTable(),
            new M20261122_090100_CreateFollowsTable(),
            new M20261122_090200_CreateArticlesTable(),
            new M20261122_090300_CreateTagsTables(),
            new M20261122_090400_CreateFavoritesTable(),
            new M20261122_090500_CreateCommentsTable());

    private Migrations() {}
}
