package dev.ilana.schema.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Prisma files made up from a seed: the same seed, the same file. */
final class RandomPrisma {

    private static final List<String> WORDS = List.of(
            "alpha", "beta", "Gamma", "delta_1", "epsilon", "zeta2", "Eta", "theta", "iota", "kappa", "lambda", "mu");

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

    private void write() {
        if (chance(2)) {
            text.append("datasource db {\nprovider=\"").append(provider.word()).append("\"\n}\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            writeEnum("Kind" + i);
        }
        int models = 1 + random.nextInt(5);
        List<StringBuilder> bodies = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            bodies.add(new StringBuilder(fields()));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            relate(bodies, random.nextInt(models), random.nextInt(models), i);
        }
        for (int i = 0; i < models; i++) {
            comment("");
            text.append("model M").append(i).append(" {\n").append(bodies.get(i)).append(attributes(i)).append("}\n");
            if (chance(2)) {
                text.append("\n");
            }
        }
    }

    private void writeEnum(String name) {
        enums.add(name);
        text.append("enum ").append(name).append(" {\n");
        int values = 1 + random.nextInt(4);
        for (int i = 0; i < values; i++) {
            text.append("V").append(i).append(chance(3) ? " @map(\"it's " + i + "\")" : "").append("\n");
        }
        text.append(chance(3) ? "@@map(\"" + name.toLowerCase(java.util.Locale.ROOT) + "s\")\n" : "").append("}\n");
    }

    // Fields

    /** An id first, then some of every kind. */
    private String fields() {
        StringBuilder fields = new StringBuilder(chance(2)
                ? "id Int @id @default(autoincrement())\n"
                : "id String @id @default(uuid())" + (chance(2) ? " @db.VarChar(36)" : "") + "\n");
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            if (chance(6)) {
                fields.append("\n");
            }
            if (chance(5)) {
                fields.append("/// about ").append(word()).append("\n");
            }
            fields.append(word()).append("_").append(i).append(" ").append(type()).append(chance(6) ? " // " + word() : "");
            fields.append("\n");
        }
        return fields.toString();
    }

    private String type() {
        String optional = chance(3) ? "?" : "";
        String common = (chance(6) ? " @map(\"c_" + random.nextInt(1_000_000) + "\")" : "") + (chance(9) ? " @ignore" : "");
        if (!enums.isEmpty() && chance(5)) {
            return pick(enums) + optional + common + (chance(2) ? " @default(V0)" : "");
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

    private void relate(List<StringBuilder> bodies, int from, int to, int number) {
        String name = "R" + number;
        String typeOfId = bodies.get(to).substring(3, bodies.get(to).indexOf(" ", 3));
        String column = typeOfId.equals("String") && bodies.get(to).indexOf("@db.VarChar(36)\n") == bodies.get(to).indexOf("@db")
                        && bodies.get(to).substring(0, bodies.get(to).indexOf("\n")).contains("@db")
                ? " @db.VarChar(36)"
                : "";
        switch (random.nextInt(3)) {
            case 0 -> {
                bodies.get(from).append("a").append(number).append(" M").append(to).append("[] @relation(\"").append(name).append("\")\n");
                bodies.get(to).append("b").append(number).append(" M").append(from).append("[] @relation(\"").append(name).append("\")\n");
            }
            case 1 -> byKey(bodies, from, to, number, typeOfId, column, "[]", "");
            default -> byKey(bodies, from, to, number, typeOfId, column, "?", " @unique");
        }
    }

    private void byKey(
            List<StringBuilder> bodies, int from, int to, int number, String typeOfId, String column, String other, String unique) {
        String optional = chance(2) ? "?" : "";
        String actions = (chance(3) ? ", onDelete: Cascade" : "") + (chance(3) ? ", onUpdate: NoAction" : "")
                + (chance(5) ? ", map: \"key_" + number + "\"" : "");
        bodies.get(from)
                .append("a%d M%d%s @relation(\"R%d\", fields: [k%d], references: [id]%s)\n"
                        .formatted(number, to, optional, number, number, actions))
                .append("k%d %s%s%s%s\n".formatted(number, typeOfId, optional, column, unique));
        bodies.get(to).append("b%d M%d%s @relation(\"R%d\")\n".formatted(number, from, other, number));
    }

    // Keys and the rest

    private String attributes(int model) {
        StringBuilder attributes = new StringBuilder();
        if (chance(3)) {
            attributes.append("@@map(\"m_").append(model).append("\")\n");
        }
        if (chance(3)) {
            attributes.append("// an index\n@@index([id(sort: Desc)]").append(chance(2) ? ", map: \"i_" + model + "\"" : "").append(")\n");
        }
        if (chance(4)) {
            attributes.append("@@unique([id], name: \"u\", map: \"u_").append(model).append("\")\n");
        }
        if (chance(8)) {
            attributes.append("@@ignore\n");
        }
        return attributes.toString();
    }

    private void comment(String indent) {
        if (chance(3)) {
            text.append(indent).append(chance(2) ? "// " : "/// ").append(word()).append(" ").append(word()).append("\n");
        }
    }

    private String word() {
        return pick(WORDS);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What a file is about, for a message. */
    static String numbered(String file) {
        List<String> lines = file.lines().toList();
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + "  " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }
}
