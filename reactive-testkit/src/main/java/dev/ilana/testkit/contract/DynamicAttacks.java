package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.VALUE;

import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.schema.dynamic.ToldModel;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Models without a class: their names, and what is told of them. */
final class DynamicAttacks {

    private static final PrismaSchema FILE = PrismaSchema.parse("""
            model Victim {
              id       BigInt   @id @default(autoincrement())
              name     String?
              number   Int?
              parentId BigInt?  @map("parent_id")
              parent   Victim?  @relation("family", fields: [parentId], references: [id])
              children Victim[] @relation("family")

              @@map("victims")
            }
            """, PrismaProvider.H2);

    private static final DynamicModels MODELS = DynamicModels.of(FILE);

    private DynamicAttacks() {}

    static void into(Attacks attacks) {
        attacks.call(
                LOOKUP,
                "DynamicModels.model(String)#0",
                s -> MODELS.model(s).query().get());
        names(attacks);
        told(attacks, "ToldModel.fillable(String[])#0", ToldModel::fillable);
        told(attacks, "ToldModel.hidden(String[])#0", ToldModel::hidden);
        told(attacks, "ToldModel.softDeletes(String)#0", ToldModel::softDeletes);
        attacks.call(LOOKUP, "ToldModels.model(String)#0", s -> told(model -> {}, s));
    }

    private static void names(Attacks attacks) {
        String in = "DynamicModel.";
        found(attacks, in + "get(String)#0", DynamicModel::get);
        found(attacks, in + "get(String,Class)#0", (victim, s) -> victim.get(s, String.class));
        found(attacks, in + "many(String)#0", DynamicModel::many);
        found(attacks, in + "one(String)#0", DynamicModel::one);
        attacks.call(
                LOOKUP, in + "relation(String)#0", s -> victim().relation(s).get());
        attacks.call(LOOKUP, in + "related(String)#0", s -> victim().related(s).get());
        attacks.call(LOOKUP, in + "pivot(String)#0", s -> victim().pivot(s).get());
        attacks.call(
                LOOKUP, in + "set(String,Object)#0", s -> victim().set(s, "x").save());
        attacks.call(
                VALUE,
                in + "set(String,Object)#1",
                s -> MODELS.model("Victim").make().set("name", s).save());
        found(attacks, in + "associate(String,DynamicModel)#0", (victim, s) -> victim.associate(s, victim()));
        found(attacks, in + "dissociate(String)#0", DynamicModel::dissociate);
    }

    /** One that is as if it had been read. */
    private static DynamicModel victim() {
        return MODELS.model("Victim").make().set("id", -1);
    }

    private static void found(Attacks attacks, String place, BiFunction<DynamicModel, String, ?> word) {
        attacks.call(LOOKUP, place, s -> Mono.justOrEmpty(word.apply(victim(), s)));
    }

    private static void told(Attacks attacks, String place, BiFunction<ToldModel, String, ToldModel> word) {
        attacks.call(
                LOOKUP,
                place,
                s -> told(
                        model -> {
                            var unused = word.apply(model, s);
                        },
                        "Victim"));
    }

    private static Publisher<?> told(Consumer<ToldModel> telling, String model) {
        return DynamicModels.of(FILE, told -> telling.accept(told.model(model)))
                .model("Victim")
                .query()
                .get();
    }
}
