package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Definitions.become;
import static dev.ilana.testkit.contract.Definitions.schema;
import static dev.ilana.testkit.contract.Definitions.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialects;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.prisma.PrismaProvider;
import dev.ilana.schema.prisma.PrismaSchema;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Sequences that belong to no column are made, read, changed and dropped as tables are. */
public interface SequenceContract extends EmptySchemaContract {

    private static SequenceDefinition sequence(String name) {
        return SequenceDefinition.of(QualifiedName.of(name));
    }

    private static SchemaDefinition numbers(SequenceDefinition... sequences) {
        return SchemaDefinition.EMPTY.withSequences(List.of(sequences));
    }

    private static String next(Runner run, String sequence) {
        return run.database().dialect() == Dialects.POSTGRESQL
                ? "nextval('" + sequence + "')"
                : "next value for " + run.database().dialect().grammar().quoted(sequence);
    }

    private static long drawn(Runner run, String sequence) {
        return Objects.requireNonNull(
                run.get(DB.select("select " + next(run, sequence) + " as n").single())
                        .get("n", Long.class));
    }

    @Test
    @Feature({"15.1", "16.5"})
    @Needs(Capability.SEQUENCE)
    default void asASequenceIsSaidSoItIsReadAndNothingDiffers(Runner run) {
        List<SequenceDefinition> all = List.of(
                sequence("a_plain"),
                sequence("b_invoices").startingWith(1_000).incrementedBy(10).caching(20),
                sequence("c_hundred").atMost(100).cycling(),
                sequence("d_down").incrementedBy(-1),
                sequence("e_countdown")
                        .incrementedBy(-5)
                        .atLeast(-100)
                        .atMost(100)
                        .startingWith(50),
                sequence("f_wide").atLeast(-7).startingWith(3_000_000_000L));

        Difference made = become(run, SchemaDiff.create(), SchemaDefinition.EMPTY.withSequences(all));

        assertThat(made.changes()).hasSize(6);
        assertThat(run.list(Catalog.of(run.database()).sequences())).isEqualTo(all);
        assertThat(run.list(Catalog.of(run.database()).unread())).isEmpty();
        assertThat(run.get(ALL.on(run.database(), SchemaDefinition.EMPTY.withSequences(all)))
                        .lines())
                .isEmpty();
        assertThat(drawn(run, "b_invoices")).isEqualTo(1_000);
        assertThat(drawn(run, "b_invoices")).isEqualTo(1_010);
        assertThat(drawn(run, "e_countdown")).isEqualTo(50);
        assertThat(drawn(run, "e_countdown")).isEqualTo(45);
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SEQUENCE)
    default void whatADatabaseTakesByItselfNeedNotBeSaidAndMayBe(Runner run) {
        run.value(Schema.on(run.database()).createSequence("numbers"));
        run.value(Schema.on(run.database()).raw("create sequence down increment by -1"));

        SchemaDefinition said = numbers(
                sequence("numbers").startingWith(1).atLeast(1),
                sequence("down").incrementedBy(-1).atMost(-1));

        assertThat(run.get(ALL.on(run.database(), said)).lines()).isEmpty();
        assertThat(run.list(Catalog.of(run.database()).sequences()))
                .containsExactly(sequence("down").incrementedBy(-1), sequence("numbers"));
    }

    @Test
    @Feature({"15.1", "16.5"})
    @Needs(Capability.SEQUENCE)
    default void aSequenceThatIsChangedGoesOnWhereItWas(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.createSequence("numbers", s -> s.caching(1)));
        assertThat(drawn(run, "numbers")).isEqualTo(1);
        SequenceDefinition wanted =
                sequence("numbers").incrementedBy(5).atMost(100).cycling().caching(1);

        Difference made = become(run, SchemaDiff.create(), numbers(wanted));

        assertThat(made.lines())
                .containsExactly(
                        "~ sequence \"numbers\" start with 1 increment by 5 minvalue 1 maxvalue 100 cache 1 cycle");
        assertThat(drawn(run, "numbers")).isGreaterThan(1).isLessThan(7);
        assertThat(run.get(ALL.on(run.database(), numbers(wanted))).lines()).isEmpty();
        run.value(schema.changeSequence("numbers", s -> s.caching(1)));
        assertThat(run.get(ALL.on(run.database(), numbers(sequence("numbers")))).lines())
                .isEmpty();
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SEQUENCE)
    default void aSequenceIsDroppedOnlyWhereThatIsAskedForAndTheWayBackMakesItAgain(Runner run) {
        SchemaDefinition before = numbers(sequence("kept"), sequence("old").startingWith(7));
        SchemaDefinition after = numbers(sequence("kept"));
        become(run, ALL, before);

        Difference careful = become(run, SchemaDiff.create(), after);
        Difference thorough = become(run, SchemaDiff.create().dropping(Drop.TABLES), after);

        assertThat(careful.lines()).containsExactly("! sequence \"old\": it is dropped only by Drop.TABLES");
        assertThat(thorough.lines()).containsExactly("- sequence \"old\"");
        run.value(Schema.on(run.database())
                .apply(thorough.back(careful.isEmpty() ? after : before).changes()));
        assertThat(run.get(ALL.on(run.database(), before)).lines()).isEmpty();
        run.value(Schema.on(run.database()).dropSequence("old"));
        run.value(Schema.on(run.database()).dropSequenceIfExists("old"));
        assertThat(run.list(Catalog.of(run.database()).sequences())).containsExactly(sequence("kept"));
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SEQUENCE)
    default void aTableWhoseColumnTakesNumbersFromASequenceComesAfterItAndGoesBefore(Runner run) {
        TableDefinition orders = Schema.definition("orders", t -> {
            t.id();
            t.bigInteger("number").defaultRaw(next(run, "order_numbers"));
        });
        SchemaDefinition wanted =
                schema(orders).withSequences(List.of(sequence("order_numbers").startingWith(100)));

        become(run, ALL, wanted);

        run.value(DB.table("orders").insert(Map.of("id", 1)));
        assertThat(Objects.requireNonNull(run.value(DB.table("orders").first())).get("number", Long.class))
                .isEqualTo(100);
        assertThat(run.get(ALL.on(run.database(), wanted)).lines()).isEmpty();
        assertThat(become(run, ALL, SchemaDefinition.EMPTY).lines())
                .containsExactly("- table \"orders\"", "- sequence \"order_numbers\"");
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SCHEMA)
    default void sequencesOfOtherSchemasAreSeenWhereTheyAreWanted(Runner run) {
        SchemaDefinition wanted = numbers(sequence("analytics.numbers").startingWith(5));
        become(run, SchemaDiff.create(), wanted);

        assertThat(run.get(ALL.on(run.database(), wanted)).lines()).isEmpty();

        run.value(Schema.on(run.database()).dropSchemaCascade("analytics"));
    }

    @Test
    @Feature("16.5")
    @Needs(Capability.SEQUENCE)
    default void whoKnowsOfNoSequencesLeavesThemAsTheyAreAndWhoDoesChangesThem(Runner run) {
        run.value(Schema.on(run.database()).createSequence("numbers"));
        PrismaProvider provider = PrismaProvider.of(run.database().dialect());
        PrismaSchema file = PrismaSchema.parse("model users {\n  id Int @id\n}", provider);
        SchemaRegistry ofFile = SchemaRegistry.on(run.database()).register(file).dropping(Drop.values());

        run.value(ofFile.ensure());

        assertThat(run.list(Catalog.of(run.database()).sequences())).containsExactly(sequence("numbers"));
        SequenceDefinition other = sequence("numbers").incrementedBy(3);
        run.value(ofFile.register(numbers(other)).ensure());
        assertThat(run.list(Catalog.of(run.database()).sequences())).containsExactly(other);
        assertThat(run.get(SchemaRegistry.on(run.database())
                                .register(schema(users()))
                                .plan())
                        .difference()
                        .lines())
                .noneMatch(line -> line.contains("sequence"));
    }
}
