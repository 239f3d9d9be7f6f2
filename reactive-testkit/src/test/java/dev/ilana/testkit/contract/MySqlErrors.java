package dev.ilana.testkit.contract;

/** How sessions of MySQL and MariaDB get impatient, and are cut. */
interface MySqlErrors extends ErrorContract {

    @Override
    default String impatientLocks() {
        return "set innodb_lock_wait_timeout = 1";
    }

    @Override
    default String connectionId() {
        return "select connection_id() as id";
    }

    @Override
    default String cut(long id) {
        return "kill " + id;
    }
}
