package dev.ilana.testkit.contract;

/** How connections to PostgreSQL are cut. */
interface PostgreSqlCuts extends CutConnections {

    @Override
    default String connectionId() {
        return "select pg_backend_pid() as id";
    }

    @Override
    default String cut(long id) {
        return "select pg_terminate_backend(" + id + ")";
    }
}
