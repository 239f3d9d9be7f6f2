package dev.ilana.testkit.contract;

/** How sessions of MySQL and MariaDB get impatient, and are cut. */
interface MySqlErrors extends ErrorContract, MySqlCuts {

    @Override
    default String impatientLocks() {
        return "set innodb_lock_wait_timeout = 1";
    }
}
