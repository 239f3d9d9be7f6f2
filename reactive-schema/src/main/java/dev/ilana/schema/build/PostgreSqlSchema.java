package dev.ilana.schema.build;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TypeChange.AddEnumValue;
import dev.ilana.schema.definition.TypeChange.CreateCompositeType;
import dev.ilana.schema.definition.TypeChange.CreateDomain;
import dev.ilana.schema.definition.TypeChange.CreateEnum;
import dev.ilana.schema.definition.TypeChange.CreateExtension;
import dev.ilana.schema.definition.TypeChange.DropDomain;
import dev.ilana.schema.definition.TypeChange.DropExtension;
import dev.ilana.schema.definition.TypeChange.DropType;
import dev.ilana.schema.definition.TypeChange.RenameEnumValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * What a schema has on PostgreSQL only. On another database each Mono fails with an {@link
 * dev.ilana.error.UnsupportedFeatureException} that says what to use there.
 */
public final class PostgreSqlSchema {

    private final Schema schema;

    PostgreSqlSchema(Schema schema) {
        this.schema = schema;
    }

    /** Brings an extension into the database, unless it is there; the server must have it. */
    public Mono<Void> createExtension(String name) {
        return changing(() -> new CreateExtension(name));
    }

    /** Takes an extension out of the database, if it is there. */
    public Mono<Void> dropExtension(String name) {
        return changing(() -> new DropExtension(name));
    }

    /** Creates an enumerated type; a column has it by {@code t.enumeration(…).ofType(name)}. */
    public Mono<Void> createEnum(String name, String... values) {
        return changing(() -> new CreateEnum(new EnumDefinition(QualifiedName.of(name), List.of(values))));
    }

    /** Gives an enumerated type a value more, at its end. It is of use when the transaction has committed. */
    public Mono<Void> addEnumValue(String name, String value) {
        return changing(() -> new AddEnumValue(QualifiedName.of(name), value, null));
    }

    /** Gives an enumerated type a value more, before another one. It is of use when the transaction has committed. */
    public Mono<Void> addEnumValueBefore(String name, String value, String before) {
        return changing(() -> new AddEnumValue(QualifiedName.of(name), value, before));
    }

    public Mono<Void> renameEnumValue(String name, String value, String newValue) {
        return changing(() -> new RenameEnumValue(QualifiedName.of(name), value, newValue));
    }

    /** Creates a type of several named values; a column has it by {@code t.specificType(…)}. */
    public Mono<Void> createType(String name, Consumer<? super Blueprint> fields) {
        return changing(() -> new CreateCompositeType(
                QualifiedName.of(name), Schema.definition(name, fields).columns()));
    }

    /** Creates a type that is another one, held to a condition in SQL about {@code value}. */
    public Mono<Void> createDomain(String name, ColumnType base, String check) {
        return changing(() -> new CreateDomain(QualifiedName.of(name), base, check));
    }

    /** Drops an enumerated or composite type, if it is there. */
    public Mono<Void> dropType(String name) {
        return changing(() -> new DropType(QualifiedName.of(name), true));
    }

    /** Drops a domain, if it is there. */
    public Mono<Void> dropDomain(String name) {
        return changing(() -> new DropDomain(QualifiedName.of(name), true));
    }

    private Mono<Void> changing(Supplier<SchemaChange> change) {
        return schema.changing(() -> List.of(change.get()));
    }
}
