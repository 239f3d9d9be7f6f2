package dev.ilana.testkit.outside;

import dev.ilana.testkit.contract.AssertionContract;
import dev.ilana.testkit.contract.ModelContract;
import dev.ilana.testkit.contract.TransactionContract;
import dev.ilana.testkit.contract.TypeContract;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.IlanaTest;
import org.junit.jupiter.api.Nested;

/** Who adds a dialect holds it to the contract from a package of his own. */
@DatabaseTest(DatabaseKind.H2)
class OutsideContractTest {

    @Nested
    class Models implements ModelContract {}

    @Nested
    class Types implements TypeContract {}

    @Nested
    class Transactions implements TransactionContract {}

    @Nested
    @IlanaTest(models = {User.class, Post.class})
    class Assertions implements AssertionContract {}
}
