package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.IndexMethod;
import java.util.EnumSet;
import java.util.Set;

/**
 * What differs between databases in what a Prisma file means.
 *
 * @param enumTypes whether an enum is a type of its own; else each column has its words
 * @param lists whether a column can be a list
 * @param prefixes whether an index can have the beginning of a text only
 * @param operatorClasses whether an index can say how a column is compared
 * @param methods how an index can be built
 * @param maxNameLength how many bytes a made name has at most
 * @param primaryKeyNames whether a primary key has a name of its own
 * @param joinsByPrimaryKey whether the pairs of a table between models are its primary key; else they are unique, as they
 *     were everywhere before Prisma 6
 * @param schemaWideIndexes whether no two tables of a schema can have indexes of one name
 * @param defaults how a default is written that is no scalar
 */
record ProviderRules(
        NativeTypes types,
        boolean enumTypes,
        boolean lists,
        boolean prefixes,
        boolean operatorClasses,
        Set<IndexMethod> methods,
        int maxNameLength,
        boolean primaryKeyNames,
        boolean joinsByPrimaryKey,
        boolean schemaWideIndexes,
        SpecialDefaults defaults) {

    static final ProviderRules POSTGRESQL = new ProviderRules(
            NativeTypes.POSTGRESQL,
            true,
            true,
            false,
            true,
            EnumSet.allOf(IndexMethod.class),
            63,
            true,
            true,
            true,
            SpecialDefaults.POSTGRESQL);

    static final ProviderRules MYSQL = new ProviderRules(
            NativeTypes.MYSQL,
            false,
            false,
            true,
            false,
            EnumSet.of(IndexMethod.BTREE),
            64,
            false,
            false,
            false,
            SpecialDefaults.MYSQL);

    static final ProviderRules H2 = new ProviderRules(
            NativeTypes.H2,
            false,
            true,
            false,
            false,
            EnumSet.of(IndexMethod.BTREE),
            128,
            true,
            false,
            true,
            SpecialDefaults.H2);
}
