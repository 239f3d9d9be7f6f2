package dev.ilana.schema.definition;

import dev.ilana.error.InvalidNameException;
import dev.ilana.sql.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of what tables are made of and in: schemas, extensions, types. */
public sealed interface TypeChange extends SchemaChange {

    record CreateSchema(String name, boolean ifNotExists) implements TypeChange {
        public CreateSchema {
            Names.check(name);
        }
    }

    /** @param cascade whether what is in it is dropped too; else the database refuses when something is */
    record DropSchema(String name, boolean ifExists, boolean cascade) implements TypeChange {
        public DropSchema {
            Names.check(name);
        }
    }

    record CreateExtension(String name) implements TypeChange {
        public CreateExtension {
            checkExtension(name);
        }
    }

    record DropExtension(String name) implements TypeChange {
        public DropExtension {
            checkExtension(name);
        }
    }

    record CreateEnum(EnumDefinition type) implements TypeChange {}

    /** @param before the value that the new one is sorted before; null for the end */
    record AddEnumValue(
            QualifiedName type, String value, @Nullable String before) implements TypeChange {}

    record RenameEnumValue(QualifiedName type, String value, String newValue) implements TypeChange {}

    /** A type of several named values. */
    record CreateCompositeType(QualifiedName type, List<ColumnDefinition> fields) implements TypeChange {
        public CreateCompositeType {
            fields = List.copyOf(fields);
        }
    }

    /** @param check the condition, in SQL, that a {@code value} must fulfil; null for none */
    record CreateDomain(
            QualifiedName type, ColumnType base, @Nullable String check) implements TypeChange {}

    record DropType(QualifiedName type, boolean ifExists) implements TypeChange {}

    record DropDomain(QualifiedName type, boolean ifExists) implements TypeChange {}

    /** Extensions have names such as {@code uuid-ossp} too. */
    private static void checkExtension(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_-]{0,62}")) {
            throw new InvalidNameException(name);
        }
    }
}
