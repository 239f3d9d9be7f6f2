package dev.ilana.schema.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prisma files made up from a seed: the same seed, the same file. */
final class RandomPrisma {

    private static final List<String> WORDS = List.of(
            "alpha", "beta", "Gamma", "delta_1", "epsilon", "zeta2", "Eta", "theta", "iota", "kappa", "lambda", "mu");

    /** The types of ids, with what makes them. */
    private static final List<Id> IDS = List.of(
            new Id("Int", "@default(autoincrement())", ""),
            new Id("String", "@default(uuid())", ""),
            new Id("String", "@default(cuid())", " @db.VarChar(36)"));

    private record Id(String type, String made, String ofDatabase) {}

    /** A model while it is made up. */
    private record Model(String name, Id id, List<String> lines) {

        void add(String line) {
            lines.add(line);
        }
    }

    private final Random random;
    private final PrismaProvider provider;
    private final StringBuilder text = new StringBuilder();
    private final List<String> enums = new ArrayList<>();

    private RandomPrisma(long seed, PrismaProvider provider) {
        this.random = new Random(seed);
        this.provider = provider;
    }

    static String of(long seed, PrismaProvider provider) {
        RandomPrisma made = new RandomPrisma(seed, provider);
        made.write();
        return made.text.toString();
    }

    /** The file with the numbers of its lines, for a message. */
    static String numbered(String file) {
        List<String> lines = file.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + "  " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }

    private void write() {
        text.append(oneIn(2, "datasource db {\nprovider=\"" + provider.word() + "\"\n}\n"));
        for (int i = random.nextInt(3); i > 0; i--) {
            writeEnum("Kind" + i);
        }
        List<Model> models = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            models.add(model("M" + i));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            relate(pick(models), pick(models), i);
        }
        for (Model model : models) {
            text.append(oneIn(3, pick(List.of("// ", "/// ")) + pick(WORDS) + " of many\n"));
            text.append("model ").append(model.name).append(" {\n");
            model.lines.forEach(line -> text.append(line).append("\n"));
            text.append(attributes(model.name)).append("}\n").append(oneIn(2, "\n"));
        }
    }

    private void writeEnum(String name) {
        enums.add(name);
        text.append("enum ").append(name).append(" {\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("V")
                    .append(i)
                    .append(oneIn(3, " @map(\"it's " + i + "\")"))
                    .append("\n");
        }
        text.append(oneIn(3, "@@map(\"" + name.toLowerCase(Locale.ROOT) + "s\")\n"))
                .append("}\n");
    }

    // Fields

    private Model model(String name) {
        Model model = new Model(name, pick(IDS), new ArrayList<>());
        model.add("id %s @id %s%s".formatted(model.id.type, model.id.made, model.id.ofDatabase));
        for (int i = random.nextInt(8); i > 0; i--) {
            model.add(oneIn(6, "\n") + oneIn(5, "/// about it\n") + pick(WORDS) + "_" + i + " " + type()
                    + oneIn(6, " // so"));
        }
        return model;
    }

    private String type() {
        String optional = oneIn(3, "?");
        String common = oneIn(6, " @map(\"c_" + random.nextInt(1_000_000) + "\")") + oneIn(9, " @ignore");
        if (!enums.isEmpty() && chance(5)) {
            return pick(enums) + optional + common + oneIn(2, " @default(V0)");
        } else if (provider != PrismaProvider.MYSQL && chance(8)) {
            return pick(List.of("Int", "String", "Boolean")) + "[]" + common;
        }
        return pick(List.of(
                                "String%s",
                                "String%s @default(\"it's \\\"a\\\" \\\\ text\\n\")",
                                "String%s @db.VarChar(" + (1 + random.nextInt(300)) + ")",
                                "String%s @db.Char(" + (1 + random.nextInt(30)) + ")",
                                "String%s @db.Text",
                                "Int%s @default(-" + random.nextInt(1000) + ")",
                                "Int%s @db.SmallInt",
                                "BigInt%s @default(9223372036854775807)",
                                "Float%s @default(1.25)",
                                "Decimal%s @db.Decimal(" + (5 + random.nextInt(20)) + ", " + random.nextInt(5) + ")",
                                "Decimal%s @default(0.1)",
                                "Boolean%s @default(true)",
                                "DateTime%s @default(now())",
                                "DateTime%s @updatedAt",
                                "DateTime%s @default(\"2020-02-29T12:30:15.123Z\")",
                                "DateTime%s @db.Date",
                                "DateTime%s @db.Time(" + random.nextInt(7) + ")",
                                "Json%s",
                                "Bytes%s @default(\"AQIDBA==\")",
                                "Unsupported(\"geometry\")%s",
                                "Int%s @default(dbgenerated(\"1 + " + random.nextInt(9) + "\"))"))
                        .formatted(optional)
                + common;
    }

    // Relations

    private void relate(Model from, Model to, int number) {
        switch (random.nextInt(3)) {
            case 0 -> {
                from.add("a%d %s[] @relation(\"R%d\")".formatted(number, to.name, number));
                to.add("b%d %s[] @relation(\"R%d\")".formatted(number, from.name, number));
            }
            case 1 -> byKey(from, to, number, "[]", "");
            default -> byKey(from, to, number, "?", " @unique");
        }
    }

    private void byKey(Model from, Model to, int number, String other, String unique) {
        String optional = oneIn(2, "?");
        String actions = oneIn(3, ", onDelete: Cascade")
                + oneIn(3, ", onUpdate: NoAction")
                + oneIn(5, ", map: \"key_" + number + "\"");
        from.add("a%d %s%s @relation(\"R%d\", fields: [k%d], references: [id]%s)"
                .formatted(number, to.name, optional, number, number, actions));
        from.add("k%d %s%s%s%s".formatted(number, to.id.type, optional, to.id.ofDatabase, unique));
        to.add("b%d %s%s @relation(\"R%d\")".formatted(number, from.name, other, number));
    }

    // Keys and the rest

    private String attributes(String model) {
        return oneIn(3, "@@map(\"" + model.toLowerCase(Locale.ROOT) + "\")\n")
                + oneIn(3, "// an index\n@@index([id(sort: Desc)]" + oneIn(2, ", map: \"i_" + model + "\"") + ")\n")
                + oneIn(4, "@@unique([id], name: \"u\", map: \"u_" + model + "\")\n")
                + oneIn(8, "@@ignore\n");
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String oneIn(int times, String words) {
        return chance(times) ? words : "";
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
