package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file.
 *
 * @param name as messages have it
 */
record SettingsFile(String name, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads it, as UTF-8.
     *
     * @throws InvalidConfigurationException when it can't be
     */
    static SettingsFile read(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            String text = Files.readString(path);
            return new SettingsFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new InvalidConfigurationException(name + " is not in UTF-8");
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    name + " can't be read: " + e.getClass().getSimpleName());
        }
    }

    Origin line(Layer layer, int line) {
        return Origin.line(layer, name, line);
    }

    InvalidConfigurationException malformed(int line, String what) {
        return new InvalidConfigurationException(name + ":" + line + ": " + what);
    }
}
