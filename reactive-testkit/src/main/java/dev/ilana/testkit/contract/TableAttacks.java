package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Attack.Kind.LOOKUP;
import static dev.ilana.testkit.contract.Attack.Kind.NAME;
import static dev.ilana.testkit.contract.Place.name;
import static dev.ilana.testkit.contract.Victim.VICTIMS;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ilana.Table;
import dev.ilana.cast.EncryptionKeys;
import dev.ilana.cast.UuidCast;
import dev.ilana.model.Column;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tables and their columns, as they are declared. */
final class TableAttacks {

    private TableAttacks() {}

    static void into(Attacks attacks) {
        columns(attacks);
    }

    /** Declarations, each of a table that is then read. */
    private static void columns(Attacks attacks) {
        attacks.call(NAME, "Table.of(String,Supplier)#0", s -> {
            Table<Victim> table = Table.of(s, Victim::new);
            var unused = table.id();
            return table.query().get();
        });
        attacks.call(NAME, "Table.of(String,String,Function)#0", s -> {
            Table<Victim> table = Table.of(s, "Victim", unused -> new Victim());
            var unused = table.id();
            return table.query().get();
        });
        attacks.call(NAME, "KeyedTable.id(String)#0", s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var unused = table.id(s);
            return table.query().get();
        });
        column(attacks, "string(String)#0", Table::string);
        column(attacks, "text(String)#0", Table::text);
        column(attacks, "smallInteger(String)#0", Table::smallInteger);
        column(attacks, "integer(String)#0", Table::integer);
        column(attacks, "bigInteger(String)#0", Table::bigInteger);
        column(attacks, "foreignId(String)#0", Table::foreignId);
        column(attacks, "decimal(String)#0", Table::decimal);
        column(attacks, "real(String)#0", Table::real);
        column(attacks, "doublePrecision(String)#0", Table::doublePrecision);
        column(attacks, "bool(String)#0", Table::bool);
        column(attacks, "date(String)#0", Table::date);
        column(attacks, "time(String)#0", Table::time);
        column(attacks, "dateTime(String)#0", Table::dateTime);
        column(attacks, "timestamp(String)#0", Table::timestamp);
        column(attacks, "uuid(String)#0", Table::uuid);
        column(attacks, "binary(String)#0", Table::binary);
        castColumn(attacks, "json(String,Class)#0", (table, s) -> table.json(s, Map.class));
        castColumn(
                attacks,
                "json(String,TypeReference)#0",
                (table, s) -> table.json(s, new TypeReference<List<String>>() {}));
        castColumn(attacks, "array(String,Class)#0", (table, s) -> table.array(s, String.class));
        castColumn(attacks, "enumeration(String,Class)#0", (table, s) -> table.enumeration(s, Attack.Kind.class));
        castColumn(
                attacks,
                "enumeration(String,Class,Function)#0",
                (table, s) -> table.enumeration(s, Attack.Kind.class, Enum::ordinal));
        castColumn(attacks, "money(String,String)#0", (table, s) -> table.money(s, "EUR"));
        castColumn(attacks, "duration(String)#0", Table::duration);
        castColumn(attacks, "offsetDateTime(String)#0", Table::offsetDateTime);
        castColumn(attacks, "encrypted(String,Supplier)#0", (table, s) -> table.encrypted(s, TableAttacks::noKeys));
        castColumn(
                attacks,
                "encrypted(String,Cast,Supplier)#0",
                (table, s) -> table.encrypted(s, UuidCast.text(), TableAttacks::noKeys));
        columnOf("WriteRules.", attacks, "version(String)#0", Table::version);
        attacks.call(
                NAME,
                "DeclaredColumn.attribute(String)#0",
                s -> declared(table -> {
                    var unused = table.string("name").attribute(s);
                    return table;
                }));
        attacks.call(NAME, "Table.softDeletes(String)#0", s -> declared(table -> table.softDeletes(s)));
        attacks.call(
                "Table.timestamps(String,String)",
                t -> declared(table -> table.timestamps(t[0], t[1])),
                name(0, "x"),
                name(1, "x"));
        attacks.call(LOOKUP, "ModelTable.column(String)#0", s -> Mono.just(VICTIMS.column(s)));
        attacks.call(LOOKUP, "ModelTable.relation(String)#0", s -> Mono.just(VICTIMS.relation(s)));
    }

    private static EncryptionKeys noKeys() {
        throw new IllegalStateException("nothing is encrypted here");
    }

    private static Publisher<?> declared(UnaryOperator<Table<Victim>> declaration) {
        Table<Victim> table = declaration.apply(Table.of("victims", Victim::new));
        var unused = table.id();
        return table.query().get();
    }

    private static void column(
            Attacks attacks, String method, BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        columnOf("PlainColumns.", attacks, method, declaration);
    }

    private static void castColumn(
            Attacks attacks, String method, BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        columnOf("CastColumns.", attacks, method, declaration);
    }

    private static void columnOf(
            String type,
            Attacks attacks,
            String method,
            BiFunction<Table<Victim>, String, Column<Victim, ?>> declaration) {
        attacks.call(NAME, type + method, s -> {
            Table<Victim> table = Table.of("victims", Victim::new);
            var id = table.id();
            return table.query()
                    .orderBy(declaration.apply(table, s))
                    .whereNull(id)
                    .get();
        });
    }
}
