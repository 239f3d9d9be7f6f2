package dev.ilana.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import java.util.List;

/**
 * A change, to be held against whole statements of the four databases, which are joined by a semicolon. Names are quoted
 * by {@code `} for all, so that one text can serve several.
 */
record Spelled(SchemaChange change, String start) {

    static final QualifiedName T = QualifiedName.of("t");

    static Spelled change(SchemaChange change) {
        return new Spelled(change, "");
    }

    /** The column behind ADD COLUMN. */
    static Spelled column(ColumnDefinition column) {
        return new Spelled(new AddColumn(T, column, false, null), "alter table `t` add column ");
    }

    /** A nullable column of that type, with that default. */
    static Spelled defaultOf(ColumnType type, Object value) {
        DefaultValue given = value instanceof DefaultValue already ? already : DefaultValue.Literal.of(value);
        return column(ColumnDefinition.of("c", type).withNullable(true).withDefault(given));
    }

    void everywhere(String sql) {
        postgreSql(sql).h2(sql).mySqlAndMariaDb(sql);
    }

    @CanIgnoreReturnValue
    Spelled standard(String sql) {
        return postgreSql(sql).h2(sql);
    }

    @CanIgnoreReturnValue
    Spelled postgreSql(String sql) {
        return is(Dialects.POSTGRESQL, sql);
    }

    @CanIgnoreReturnValue
    Spelled h2(String sql) {
        return is(Dialects.H2, sql);
    }

    @CanIgnoreReturnValue
    Spelled mySqlAndMariaDb(String sql) {
        return mySql(sql).mariaDb(sql);
    }

    @CanIgnoreReturnValue
    Spelled mySql(String sql) {
        return is(Dialects.MYSQL, sql);
    }

    @CanIgnoreReturnValue
    Spelled mariaDb(String sql) {
        return is(Dialects.MARIADB, sql);
    }

    /** @param rest what the message says after the database's name */
    @CanIgnoreReturnValue
    Spelled refused(String rest, Dialect... dialects) {
        for (Dialect dialect : dialects) {
            assertThatThrownBy(() -> statements(dialect))
                    .as(dialect.name())
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage(dialect.name() + " has no " + rest);
        }
        return this;
    }

    List<String> statements(Dialect dialect) {
        return DdlGrammar.of(dialect).statements(change);
    }

    private Spelled is(Dialect dialect, String sql) {
        boolean backquotes = dialect == Dialects.MYSQL || dialect == Dialects.MARIADB;
        String expected = start + sql;
        assertThat(String.join("; ", statements(dialect)))
                .as(dialect.name())
                .isEqualTo(backquotes ? expected : expected.replace('`', '"'));
        return this;
    }
}
