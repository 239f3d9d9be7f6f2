package dev.ilana.schema.generate;

import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.TableIndex;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.PivotQuery;
import dev.ilana.relation.RelationQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that the sources of models use, so that nothing that is generated may have them. */
final class ModelVocabulary {

    /** Classes, by the names that sources call them; {@code UUID} stands apart, as it is never called where a constant can be. */
    static final Set<String> TYPES = Stream.of(
                    Table.class,
                    Column.class,
                    CompositeKey.class,
                    Model.class,
                    ModelQuery.class,
                    TableIndex.class,
                    BelongsTo.class,
                    BelongsToMany.class,
                    HasMany.class,
                    HasOne.class,
                    PivotQuery.class,
                    RelationQuery.class,
                    Cast.class,
                    Stored.class,
                    Nullable.class,
                    List.class,
                    BigDecimal.class,
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    LocalTime.class,
                    ZoneOffset.class,
                    Boolean.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    String.class,
                    Object.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    /** The methods that a model has from its superclasses. */
    static final Set<String> METHODS =
            Set.of(("append clone countOf databaseIn decrement delete equals except existsOf fill finalize "
                            + "fireEvent forceDelete forceFill fresh get getAttribute getChanges getClass getDirty getKey getOriginal "
                            + "getRelation hashCode increment is isDirty isNot isStored jsonValue load loadCount loadMissing makeHidden "
                            + "makeVisible maxOf minOf avgOf sumOf notify notifyAll only push refresh relationLoaded replicate restore "
                            + "save saveQuietly set setAttribute setRelation syncOriginal table toJson toMap toString touch trashed "
                            + "update wait wasChanged wasRecentlyCreated")
                    .split(" ", -1));

    private ModelVocabulary() {}
}
