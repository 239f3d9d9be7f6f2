package dev.ilana.testkit.contract;

/** How connections to MySQL and MariaDB are cut. */
interface MySqlCuts extends CutConnections {

    @Override
    default String connectionId() {
        return "select connection_id() as id";
    }

    @Override
    default String cut(long id) {
        return "kill " + id;
    }
}
