package dev.ilana.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.ilana.error.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML file: maps in maps, plain values, and lists of those. A value is the text that is written; no {@code yes}
 * becomes a truth. The only class that needs the parser, which is an optional dependency.
 */
final class YamlReader {

    /** What an anchor, an alias and a tag begin with. */
    private static final String MEANS_MORE = "&*!";

    private final SettingsFile file;
    private final YAMLParser parser;
    /** As the parser counts them. */
    private final int[] characters;

    private final List<Setting> settings = new ArrayList<>();

    private YamlReader(SettingsFile file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
        this.characters = file.text().codePoints().toArray();
    }

    /** @throws InvalidConfigurationException when it is no YAML, or another YAML than that */
    static SettingTree read(SettingsFile file) {
        try (YAMLParser parser = new YAMLFactory().createParser(file.text())) {
            YamlReader reader = new YamlReader(file, parser);
            reader.readAll();
            return SettingTree.of(reader.settings);
        } catch (JsonProcessingException e) {
            // The parser's message shows the lines around, and so perhaps a password.
            throw file.malformed(
                    line(e),
                    "this is no YAML; look at the indentation, and quote a value that begins with a sign or has \": \" in it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // There is no other way to the line of the problem: the error's own is that of the token before.
    @SuppressWarnings("deprecation")
    private static int line(JsonProcessingException error) {
        if (error instanceof com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException marked
                && marked.getProblemMark() != null) {
            return marked.getProblemMark().getLine() + 1;
        }
        return error.getLocation() == null ? 1 : error.getLocation().getLineNr();
    }

    private void readAll() throws IOException {
        JsonToken first = next();
        if (first == null) {
            return;
        } else if (first == JsonToken.START_OBJECT) {
            section("");
        } else if (first != JsonToken.VALUE_NULL) {
            throw refused("the file is a map of keys, as in url: h2:mem:app");
        }
        if (next() != null) {
            throw refused("only one document may be in the file");
        }
    }

    /** The keys from after the start of a map to its end. */
    private void section(String prefix) throws IOException {
        while (next() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            Origin origin = file.line(Layer.FILE, line());
            JsonToken value = next();
            if (value == JsonToken.START_OBJECT) {
                section(key + ".");
            } else if (value == JsonToken.START_ARRAY) {
                settings.add(Setting.list(key, origin, list(key, origin)));
            } else if (value != JsonToken.VALUE_NULL) {
                settings.add(Setting.of(key, origin, parser.getText()));
            } else if (!KnownKeys.isSection(key)) {
                settings.add(Setting.of(key, origin, ""));
            }
        }
    }

    private List<String> list(String key, Origin origin) throws IOException {
        List<String> values = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token == null || !token.isScalarValue()) {
                throw new InvalidConfigurationException(origin.place(), key, null, "a list of plain values");
            }
            values.add(token == JsonToken.VALUE_NULL ? "" : parser.getText());
        }
        return values;
    }

    private @Nullable JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != null && MEANS_MORE.indexOf(firstCharacter()) >= 0) {
            // A password that begins with one of these would be read as something else.
            throw refused("a value that begins with &, * or ! needs quotes");
        }
        return token;
    }

    /** Of the token, in the text; the parser itself does not give every anchor away. */
    private int firstCharacter() {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return start >= 0 && start < characters.length ? characters[start] : ' ';
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private InvalidConfigurationException refused(String what) {
        return file.malformed(line(), what);
    }
}
