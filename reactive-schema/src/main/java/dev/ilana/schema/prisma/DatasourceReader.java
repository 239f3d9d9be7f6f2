package dev.ilana.schema.prisma;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Line.Block;
import dev.ilana.schema.prisma.syntax.Line.Keyword;
import dev.ilana.schema.prisma.syntax.Line.Setting;
import dev.ilana.schema.prisma.syntax.Name;
import dev.ilana.schema.prisma.syntax.PrismaFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a file says of its database, and checks what it says to generators. */
final class DatasourceReader {

    private static final List<String> SETTINGS =
            List.of("provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode", "schemas", "extensions");
    private static final List<String> RELATION_MODES = List.of("foreignKeys", "prisma");

    private DatasourceReader() {}

    /** Empty when the file has no datasource. */
    static Optional<PrismaDatasource> datasource(PrismaFile file) {
        List<Block> blocks = file.blocks(Keyword.DATASOURCE);
        if (blocks.size() > 1) {
            throw Malformed.at(blocks.get(1).name().position(), "there is a datasource already, and only one can be");
        }
        return blocks.stream().findFirst().map(DatasourceReader::read);
    }

    /** Refuses generators of one name, and one without a provider; what else they are told is theirs to know. */
    static void checkGenerators(PrismaFile file) {
        Set<String> names = new HashSet<>();
        for (Block block : file.blocks(Keyword.GENERATOR)) {
            if (!names.add(block.name().text())) {
                throw Malformed.at(block.name().position(), "there is a generator of this name already");
            }
            requireProvider(block, settings(block));
        }
    }

    private static PrismaDatasource read(Block block) {
        Map<String, Setting> settings = settings(block);
        for (Setting setting : settings.values()) {
            if (!SETTINGS.contains(setting.name().text())) {
                throw Malformed.unknown("setting", setting.name(), SETTINGS);
            }
        }
        Expression named = requireProvider(block, settings).value();
        PrismaProvider provider = PrismaProvider.named(Values.text(named))
                .orElseThrow(() -> Malformed.unknown(
                        "provider", new Name(Values.text(named), named.position()), PrismaProvider.allNames()));
        Setting url = settings.get("url");
        return new PrismaDatasource(
                Values.codeName("datasource", block.name()),
                provider,
                url != null && url.value() instanceof Text text ? text.value() : null,
                url == null ? null : variable(url.value()),
                schemas(settings.get("schemas")),
                hasForeignKeys(settings.get("relationMode")));
    }

    private static Map<String, Setting> settings(Block block) {
        if (!block.attributes().isEmpty()) {
            throw Malformed.at(
                    block.attributes().get(0).name().position(),
                    "a " + block.keyword().word() + " has settings and no attributes");
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Setting setting : block.settings()) {
            if (settings.put(setting.name().text(), setting) != null) {
                throw Malformed.at(setting.name().position(), "this setting stands here twice");
            }
        }
        return settings;
    }

    @CanIgnoreReturnValue
    private static Setting requireProvider(Block block, Map<String, Setting> settings) {
        Setting provider = settings.get("provider");
        if (provider == null) {
            throw Malformed.at(block.name().position(), "a " + block.keyword().word() + " needs provider = \"…\"");
        }
        return provider;
    }

    /** The variable of {@code env("…")}; null for a text. */
    private static @Nullable String variable(Expression url) {
        if (url instanceof Call call) {
            if (!call.function().text().equals("env")) {
                throw Malformed.unknown("function", call.function(), List.of("env"));
            }
            return Values.text(Arguments.of(call, "name").get("name"));
        } else if (url instanceof Text) {
            return null;
        }
        throw Values.expected("a string or env(\"…\")", url);
    }

    private static List<String> schemas(@Nullable Setting schemas) {
        return schemas == null
                ? List.of()
                : Values.list(schemas.value()).stream()
                        .map(Values::databaseName)
                        .toList();
    }

    private static boolean hasForeignKeys(@Nullable Setting mode) {
        if (mode == null) {
            return true;
        }
        String word = Values.text(mode.value());
        if (!RELATION_MODES.contains(word)) {
            throw Malformed.unknown("relation mode", new Name(word, mode.value().position()), RELATION_MODES);
        }
        return word.equals("foreignKeys");
    }
}
