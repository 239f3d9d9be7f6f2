package dev.ilana.testkit.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Assignment;
import dev.ilana.model.CastColumns;
import dev.ilana.model.Column;
import dev.ilana.model.Condition;
import dev.ilana.model.DeclaredColumn;
import dev.ilana.model.Field;
import dev.ilana.model.Model;
import dev.ilana.model.ModelConditions;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelReads;
import dev.ilana.model.ModelStreams;
import dev.ilana.model.ModelTable;
import dev.ilana.model.Projection;
import dev.ilana.model.Queryable;
import dev.ilana.model.Selecting;
import dev.ilana.model.Sort;
import dev.ilana.model.WritableTable;
import dev.ilana.query.Conditions;
import dev.ilana.query.Expr;
import dev.ilana.query.Joins;
import dev.ilana.query.MembershipConditions;
import dev.ilana.query.On;
import dev.ilana.query.PartConditions;
import dev.ilana.query.Query;
import dev.ilana.query.QueryBuilder;
import dev.ilana.query.Row;
import dev.ilana.query.RowStreams;
import dev.ilana.query.Selectable;
import dev.ilana.query.Shape;
import dev.ilana.query.Window;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.PivotQuery;
import dev.ilana.relation.RelationQuery;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.schema.dynamic.ToldModel;
import dev.ilana.schema.dynamic.ToldModels;
import dev.ilana.service.ModelService;
import dev.ilana.service.RowService;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** No place of the query API that takes a text is forgotten by {@link InjectionContract}. */
class AttacksTest {

    /** Where texts are said; the words of their superclasses are looked at too. */
    private static final List<Class<?>> API = List.of(
            Conditions.class,
            MembershipConditions.class,
            PartConditions.class,
            Joins.class,
            Shape.class,
            QueryBuilder.class,
            Query.class,
            On.class,
            Expr.class,
            Selectable.class,
            Window.class,
            Row.class,
            RowStreams.class,
            ModelConditions.class,
            ModelReads.class,
            ModelStreams.class,
            Selecting.class,
            ModelQuery.class,
            Queryable.class,
            CastColumns.class,
            ModelTable.class,
            WritableTable.class,
            Table.class,
            Field.class,
            Column.class,
            DeclaredColumn.class,
            Condition.class,
            Sort.class,
            Assignment.class,
            Projection.class,
            Model.class,
            BelongsToMany.class,
            RelationQuery.class,
            PivotQuery.class,
            RowService.class,
            ModelService.class,
            DynamicModels.class,
            DynamicModel.class,
            ToldModels.class,
            ToldModel.class,
            DB.class);

    private static final String SQL = "SQL is the caller's: its values are driven";
    private static final String NOT_SENT = "stays in Java";

    /** Places that need no attack, and why. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            entry("Conditions.whereRaw(String,Object[])#0", SQL),
            entry("Conditions.orWhereRaw(String,Object[])#0", SQL),
            entry("Shape.groupByRaw(String,Object[])#0", SQL),
            entry("Shape.havingRaw(String,Object[])#0", SQL),
            entry("Shape.orderByRaw(String,Object[])#0", SQL),
            entry("Query.selectRaw(String,Object[])#0", SQL),
            entry("Query.raw(String,Object[])#0", SQL),
            entry("Query.statement(String,Object[])#0", SQL),
            entry("ModelReads.selectRaw(String,String,Object[])#1", SQL),
            entry("Expr.raw(String,Object[])#0", SQL),
            entry("DB.select(String,Object[])#0", SQL),
            entry("DB.statement(String,Object[])#0", SQL),
            entry("Shape.orHavingRaw(String,Object[])#0", SQL),
            entry("Queryable.whereRaw(String,Object[])#0", SQL),
            entry("Queryable.when(Object,BiFunction)#0", "given to the caller's own function"),
            entry("Conditions.when(Object,BiFunction)#0", "given to the caller's own function"),
            entry("Row.get(String)#0", NOT_SENT),
            entry("Row.get(String,Class)#0", NOT_SENT),
            entry("HasRelations.setRelation(Loadable,Object)#1", NOT_SENT),
            entry("BelongsToMany.pivot(Model,String,Class)#1", NOT_SENT),
            entry("BelongsToMany.attachAll(Map,Map)#0 key", "a model"),
            entry("DB.register(String,Database)#0", NOT_SENT),
            entry("DB.hasConnection(String)#0", NOT_SENT),
            entry("DeclaredColumn.defaultTo(Object)#0", "set into a new model as any value is"),
            entry("Field.plus(Object)#0", "a number, by its type"),
            entry("Field.minus(Object)#0", "a number, by its type"),
            entry("Field.times(Object)#0", "a number, by its type"),
            entry("DeclaredTable.column(String,Cast)#0", "json(...) and enumeration(...) go through it"),
            entry("CastColumns.column(String,Cast)#0", "json(...) and enumeration(...) go through it"),
            entry("CastColumns.money(String,String)#1", NOT_SENT),
            entry("DeclaredTable.accessor(String,Function)#0", NOT_SENT),
            entry("DeclaredTable.appended(String,Function)#0", NOT_SENT),
            entry("Table.globalScope(String,Scope)#0", NOT_SENT),
            entry("Table.connection(String)#0", NOT_SENT),
            entry("Table.of(String,String,Function)#1", NOT_SENT),
            entry("DynamicModels.has(String)#0", NOT_SENT),
            entry("Query.bulkInsert(Publisher)#0 key", "bulkInsert(Collection) goes through it"),
            entry("Query.bulkInsert(Publisher)#0 value", "bulkInsert(Collection) goes through it"));

    @Test
    void everyPlaceForATextIsAttacked() {
        Set<String> forgotten = places();
        forgotten.removeAll(attacked());
        forgotten.removeAll(EXCUSED.keySet());

        assertThat(forgotten)
                .as(
                        "places of the API that take a text and are tried with none: add each to the Attacks of its kind (in"
                                + " ConditionAttacks, ShapeAttacks, RowAttacks, ModelAttacks, RelationAttacks or PivotAttacks), or say here why it needs none")
                .isEmpty();
    }

    @Test
    void everyAttackIsOnAPlaceThatThereIs() {
        Set<String> gone = new TreeSet<>(attacked());
        gone.addAll(EXCUSED.keySet());
        gone.removeAll(places());

        assertThat(gone)
                .as("attacked or excused places that the API no longer has")
                .isEmpty();
    }

    private static Set<String> attacked() {
        return Attacks.all().stream().map(Attack::place).collect(Collectors.toSet());
    }

    private static Set<String> places() {
        return API.stream()
                .flatMap(AttacksTest::withSuperclasses)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("equals"))
                .flatMap(AttacksTest::places)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> withSuperclasses(Class<?> type) {
        return Stream.<Class<?>>iterate(
                type, each -> each != null && each.getName().startsWith("dev.ilana."), Class::getSuperclass);
    }

    private static Stream<String> places(Method method) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
        List<String> places = new ArrayList<>();
        Type[] types = method.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (takesMap(types[i])) {
                places.add(name + "#" + i + " key");
                places.add(name + "#" + i + " value");
            } else if (takesText(types[i])) {
                places.add(name + "#" + i);
            }
        }
        return places.stream();
    }

    private static boolean takesMap(Type type) {
        return raw(type) == Map.class
                || (isMany(type) && Stream.of(arguments(type)).anyMatch(AttacksTest::takesMap));
    }

    private static boolean takesText(Type type) {
        if (isMany(type)) {
            return Stream.of(arguments(type)).anyMatch(AttacksTest::takesText);
        }
        if (type instanceof GenericArrayType array) {
            return takesText(array.getGenericComponentType());
        }
        Class<?> raw = raw(type);
        return raw.isArray() ? takesText(raw.getComponentType()) : raw == String.class || raw == Object.class;
    }

    private static boolean isMany(Type type) {
        Class<?> raw = raw(type);
        return Collection.class.isAssignableFrom(raw) || Publisher.class.isAssignableFrom(raw);
    }

    private static Type[] arguments(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments() : new Type[0];
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        } else if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        } else if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        } else if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return Object[].class;
    }
}
