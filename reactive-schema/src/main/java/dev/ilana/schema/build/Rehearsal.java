package dev.ilana.schema.build;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.IlanaException;
import dev.ilana.schema.build.Step.Keeping;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ColumnChange.DropColumn;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.OnlineChange;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableChange.DropTable;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.introspect.PresentColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The tables as they would be after changes whose statements are not sent. What a {@link Schema} asks while one is in the
 * Reactor Context is answered by it, so that a change on top of another is shown as it will be. It knows what a schema
 * was told in its own words, not what SQL does.
 */
public final class Rehearsal {

    private static final Object KEY = new Object();

    private final DdlGrammar grammar;
    private final @Nullable Database real;
    private final boolean forAnyTable;
    private final Map<QualifiedName, List<PresentColumn>> tables = new ConcurrentHashMap<>();

    private Rehearsal(Dialect dialect, @Nullable Database real, boolean forAnyTable) {
        this.grammar = DdlGrammar.of(dialect);
        this.real = real;
        this.forAnyTable = forAnyTable;
    }

    /** One that begins with what that database has, which is read and not changed. */
    public static Rehearsal on(Database real) {
        return new Rehearsal(real.dialect(), real, false);
    }

    /** One that begins with an empty database. */
    public static Rehearsal onNothing(Dialect dialect) {
        return new Rehearsal(dialect, null, false);
    }

    /**
     * One that gives the same statements whatever any database has: a change of a column that it does not know becomes the
     * statements for columns that stand for all.
     */
    public static Rehearsal onAnything(Dialect dialect) {
        return new Rehearsal(dialect, null, true);
    }

    /** What lets a chain be rehearsed: {@code mono.contextWrite(rehearsal.use())}. */
    public Function<Context, Context> use() {
        return context -> context.put(KEY, this);
    }

    static Optional<Rehearsal> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    // Questions

    Mono<Boolean> hasTable(QualifiedName table) {
        return columns(table)
                .map(columns -> !columns.isEmpty())
                // A view has columns, too, but no definitions of them.
                .flatMap(is -> is || real == null || tables.containsKey(table)
                        ? Mono.just(is)
                        : Catalog.of(real).hasTable(table));
    }

    Mono<Boolean> hasColumn(QualifiedName table, String column) {
        return columns(table).map(columns -> columns.stream().anyMatch(is(column)));
    }

    /** As the real database says; one that was made on the way is not known. */
    Mono<Boolean> hasIndex(QualifiedName table, String index) {
        return real == null ? Mono.just(false) : Catalog.of(real).hasIndex(table, index);
    }

    private Mono<List<PresentColumn>> columns(QualifiedName table) {
        return Mono.defer(() -> {
            List<PresentColumn> known = tables.get(table);
            if (known != null) {
                return Mono.just(known);
            }
            return real == null
                    ? Mono.just(List.of())
                    : Catalog.of(real).columns(table).collectList();
        });
    }

    private static Predicate<PresentColumn> is(String name) {
        return column -> column.definition().name().equals(name);
    }

    // Changes

    /** The statements of a change that keeps what it does not name, which is then made here. */
    Mono<List<String>> statements(Keeping keeping) {
        return columns(keeping.table())
                .flatMap(columns -> columns.stream()
                        .filter(is(keeping.column().name()))
                        .findFirst()
                        .map(present -> {
                            SchemaChange change = keeping.change(present);
                            return made(change).thenReturn(grammar.statements(change));
                        })
                        .orElseGet(() -> Mono.fromSupplier(() -> forAnyTable ? forAny(keeping) : unknown(keeping))));
    }

    private static List<String> unknown(Keeping keeping) {
        return List.of("-- unknown: the change of column \"" + keeping.column().name() + "\" of \"" + keeping.table()
                + "\", which is not there yet; it depends on what the column is by then");
    }

    /** One of them, at least, differs from the change in each thing that it says. */
    private List<String> forAny(Keeping keeping) {
        List<String> statements = new ArrayList<>();
        IlanaException refusal = null;
        for (ColumnDefinition column : AnyColumn.named(keeping.column().name())) {
            try {
                statements.addAll(grammar.statements(keeping.change(new PresentColumn(column, null))));
            } catch (IlanaException e) {
                // Not every column can become every other.
                refusal = e;
            }
        }
        if (statements.isEmpty() && refusal != null) {
            throw refusal;
        }
        return statements;
    }

    /** Makes the change here. */
    Mono<Void> made(SchemaChange change) {
        if (change instanceof OnlineChange online) {
            return made(online.change());
        } else if (change instanceof CreateTable create) {
            QualifiedName name = create.table().name();
            return become(
                    name,
                    create.table().columns().stream()
                            .map(column -> present(name, column))
                            .toList());
        } else if (change instanceof DropTable drop) {
            return become(drop.table(), List.of());
        } else if (change instanceof RenameTable rename) {
            return columns(rename.table())
                    .flatMap(columns -> become(rename.table().sibling(rename.newName()), columns))
                    .then(become(rename.table(), List.of()));
        } else if (change instanceof AddColumn add) {
            return changed(add.table(), columns -> columns.add(present(add.table(), add.column())));
        } else if (change instanceof DropColumn drop) {
            return changed(drop.table(), columns -> columns.removeIf(is(drop.column())));
        } else if (change instanceof RenameColumn rename) {
            return changed(
                    rename.table(),
                    columns -> columns.replaceAll(column -> is(rename.column()).test(column)
                            ? new PresentColumn(column.definition().withName(rename.newName()), column.typeCheck())
                            : column));
        } else if (change instanceof ChangeColumn changed) {
            return changed(
                    changed.table(),
                    columns -> columns.replaceAll(column ->
                            is(changed.to().name()).test(column) ? present(changed.table(), changed.to()) : column));
        }
        return Mono.empty();
    }

    private PresentColumn present(QualifiedName table, ColumnDefinition column) {
        return new PresentColumn(column, grammar.typeCheck(table, column));
    }

    private Mono<Void> become(QualifiedName table, List<PresentColumn> columns) {
        return Mono.fromRunnable(() -> tables.put(table, List.copyOf(columns)));
    }

    private Mono<Void> changed(QualifiedName table, Consumer<List<PresentColumn>> change) {
        return columns(table).flatMap(columns -> {
            List<PresentColumn> copy = new ArrayList<>(columns);
            change.accept(copy);
            return become(table, copy);
        });
    }
}
