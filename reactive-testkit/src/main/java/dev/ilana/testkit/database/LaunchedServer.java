package dev.ilana.testkit.database;

/** A server we started: where it will answer, and the process that may die before it does. */
record LaunchedServer(ServerAddress address, ServerProcess process) {}
