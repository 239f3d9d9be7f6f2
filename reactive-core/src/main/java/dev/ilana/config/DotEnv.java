package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: lines of {@code NAME=value}, with {@code export} before them or not, and comments. A value in
 * single quotes is taken as it is; in double quotes a backslash escapes.
 */
final class DotEnv {

    static final String FILE = ".env";

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private DotEnv() {}

    /** @throws InvalidConfigurationException when a line is no such line, or a name is there twice */
    static Map<String, Variable> read(SettingsFile file) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(variables, file, i + 1, line);
            }
        }
        return variables;
    }

    private static void add(Map<String, Variable> variables, SettingsFile file, int number, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw file.malformed(number, "a line is NAME=value");
        }
        String name = parts.group(1);
        Variable variable = new Variable(value(file, number, name, parts.group(2)), file.line(Layer.DOT_ENV, number));
        Variable other = variables.putIfAbsent(name, variable);
        if (other != null) {
            throw file.malformed(
                    number,
                    name + " is there twice; the other is at " + other.origin().place());
        }
    }

    private static String value(SettingsFile file, int number, String name, String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            boolean single = text.startsWith("'");
            Matcher quoted = (single ? SINGLE_QUOTED : DOUBLE_QUOTED).matcher(text);
            if (!quoted.matches()) {
                throw file.malformed(number, "the quotes of " + name + " do not close at the end of its line");
            }
            return single ? quoted.group(1) : unescaped(quoted.group(1));
        }
        return COMMENT.matcher(text).replaceFirst("").strip();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            default -> escape.group(1);
                        }));
    }
}
