package dev.ilana.testkit.factory;

/**
 * Which of the models of a run one is: by the names of the relations that lead to it, and its place among those of the same
 * parent. It is the same for the same run, whatever runs beside it.
 */
record Place(long path, int index) {

    static Place of(String table, int index) {
        return new Place(mixed(table.hashCode()), index);
    }

    /** That of a model that is made for this one, by the relation that is said there. */
    Place below(String relation, int said, int place) {
        return new Place(mixed(mixed(path + index) + relation.hashCode() * 31L + said), place);
    }

    /** What its data is a function of. */
    long seed(long run) {
        return mixed(run ^ mixed(path + index));
    }

    /** One of so many, by the seed. */
    int choose(long run, int many) {
        return (int) Long.remainderUnsigned(mixed(seed(run)), many);
    }

    /** Numbers that are near become numbers that are not: the last steps of SplitMix64. */
    static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
