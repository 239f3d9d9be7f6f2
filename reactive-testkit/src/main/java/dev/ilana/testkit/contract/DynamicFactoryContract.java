package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.DynamicShopContract.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Factories make models without a class too. */
public interface DynamicFactoryContract extends DynamicShopContract {

    private static Factory<DynamicModel> users(DynamicModels models) {
        var table = models.model("User");
        return Factory.of(table, fake -> table.make(Map.of("email", "user" + fake.sequence() + "@x.org", "name", "x")))
                .state("guest", user -> user.set("role", "GUEST"))
                .sequenceFor("name", n -> "user number " + n);
    }

    private static Factory<DynamicModel> posts(DynamicModels models) {
        return Factory.ofAttributes(
                models.model("Post"), fake -> Map.of("title", fake.lorem().sentence(3)));
    }

    @Test
    @Feature("18.1")
    default void modelsWithoutAClassHaveFactories(Runner run) {
        DynamicModels models = shop(run);
        Factory<DynamicModel> user = users(models);
        Factory<DynamicModel> post = posts(models);

        DynamicModel author =
                run.get(user.state("guest").has(post.times(2), "posts").create());
        List<DynamicModel> written =
                run.list(post.forParent(user, "author").times(3).createInBatches(2));
        List<DynamicModel> liking = run.list(user.hasAttached(post.recycle(author), "liked", Map.of())
                .times(2)
                .createInBatches(2));

        assertThat(author.get("role")).isEqualTo("GUEST");
        assertThat(author.get("name")).isEqualTo("user number 1");
        assertThat(author.many("posts")).hasSize(2);
        assertThat(written)
                .extracting(each -> Objects.requireNonNull(each.one("author")).getKey())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(liking).allSatisfy(each -> {
            assertThat(run.get(each.pivot("liked").query().count())).isEqualTo(1);
            assertThat(each.many("liked").get(0).get("authorId")).isEqualTo(author.getKey());
        });
        assertThat(run.error(user.has(user, "posts").create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("is no model of table");
    }
}
