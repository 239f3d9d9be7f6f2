package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A contract about the models of the shop's Prisma file. */
interface DynamicShopContract extends PrismaShopContract {

    @Override
    default boolean keepsTypes() {
        return true;
    }

    static DynamicModels shop(Runner run) {
        return DynamicModels.of(created(run, SHOP));
    }

    @CanIgnoreReturnValue
    static DynamicModel user(Runner run, DynamicModels models, String email) {
        return run.get(models.model("User").create(Map.of("email", email)));
    }

    @CanIgnoreReturnValue
    static DynamicModel post(Runner run, DynamicModel author, String title) {
        return run.get(author.related("posts").create(Map.of("title", title)));
    }

    static List<Object> emails(List<DynamicModel> users) {
        return users.stream()
                .map(user -> Objects.requireNonNull(user.get("email")))
                .toList();
    }
}
