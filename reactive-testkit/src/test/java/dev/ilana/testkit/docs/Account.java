package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** What somebody has. */
// tag::define
public final class Account extends Model<Account> {
    public static final Table<Account> ACCOUNTS = Table.of(Account.class, Account::new) // "accounts"
            .timestamps("opened_at", "changed_at")
            .softDeletes("closed_at")
            .globalScope("solvent", accounts -> accounts.where("balance", ">=", 0));

    public static final Column<Account, Long> ID = ACCOUNTS.id();
    public static final Column<Account, String> OWNER = ACCOUNTS.string("owner").fillable();
    public static final Column<Account, Integer> BALANCE =
            ACCOUNTS.integer("balance").defaultTo(0);

    public static final Column<Account, Integer> VERSION = ACCOUNTS.version("version");
    public static final Column<Account, String> OPENED_BY = ACCOUNTS.setOnCreate(
            ACCOUNTS.string("opened_by").nullable(), context -> context.getOrDefault("user", null));
    public static final Column<Account, String> CHANGED_BY =
            ACCOUNTS.setOnSave(ACCOUNTS.string("changed_by").nullable(), context -> context.getOrDefault("user", null));

    public Account() {
        super(ACCOUNTS);
    }
}
// end::define
