package dev.ilana.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads a {@code .properties} file by Java's rules, one logical line after the other, for each to have its number. */
final class PropertiesReader {

    private PropertiesReader() {}

    /** @throws dev.ilana.error.InvalidConfigurationException when a line is malformed */
    static SettingTree read(SettingsFile file) {
        List<Setting> settings = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            StringBuilder logical = new StringBuilder(lines.get(i));
            boolean comment = isComment(lines.get(i));
            while (!comment && isContinued(lines.get(i)) && i + 1 < lines.size()) {
                i++;
                logical.append('\n').append(lines.get(i));
            }
            Properties entry = parsed(file, number, logical.toString());
            entry.stringPropertyNames()
                    .forEach(key -> settings.add(Setting.of(
                            key,
                            file.line(Layer.FILE, number),
                            entry.getProperty(key).strip())));
        }
        return SettingTree.of(settings);
    }

    private static Properties parsed(SettingsFile file, int number, String line) {
        Properties entry = new Properties();
        try {
            entry.load(new StringReader(line));
        } catch (IllegalArgumentException e) {
            throw file.malformed(number, "a \\u must be followed by four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry;
    }

    private static boolean isComment(String line) {
        String start = line.stripLeading();
        return start.startsWith("#") || start.startsWith("!");
    }

    /** Whether the line goes on in the next one: at its end stands an odd number of backslashes. */
    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
