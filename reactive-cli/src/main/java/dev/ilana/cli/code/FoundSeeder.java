package dev.ilana.cli.code;

import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.Seeder;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A seeder of the project, which is made when it is to run.
 *
 * @param name by which a person calls it: the simple name of its class, with its constant where the class has several plans
 * @param plan the constant of a plan; null where the class itself is the seeder
 */
public record FoundSeeder(
        String name, Class<?> type, @Nullable Field plan) {

    /** A plan that was given no name. */
    private static final String NAMELESS = SeedPlan.of().name();

    /** Those of a class: itself, else the {@link SeedPlan}s that are its constants; none of most classes. */
    static List<FoundSeeder> of(Class<?> type) {
        if (CodeLoader.isMade(type, Seeder.class)) {
            // One that is made with parameters is for other seeders to call.
            return hasConstructor(type) ? List.of(new FoundSeeder(type.getSimpleName(), type, null)) : List.of();
        }
        List<Field> plans = Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == SeedPlan.class)
                .toList();
        List<FoundSeeder> found = new ArrayList<>();
        for (Field plan : plans) {
            String name = type.getSimpleName() + (plans.size() == 1 ? "" : "." + plan.getName());
            found.add(new FoundSeeder(name, type, plan));
        }
        return found;
    }

    private static boolean hasConstructor(Class<?> type) {
        return Stream.of(type.getDeclaredConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    /** Whether it is meant by that name, with or without its package. */
    boolean isCalled(String given) {
        return given.equals(name) || given.equals(fullName());
    }

    String fullName() {
        String packageName = type.getPackageName();
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    /** @throws dev.ilana.cli.console.CommandFailedException when it can't be made */
    public Seeder make() {
        if (plan == null) {
            return CodeLoader.made(type.asSubclass(Seeder.class), "seeder");
        }
        SeedPlan made = Constants.value(plan, SeedPlan.class);
        return made.name().equals(NAMELESS) ? made.named(name) : made;
    }
}
