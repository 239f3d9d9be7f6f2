package dev.ilana.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader does who follows a page: a block below {@code <!-- file: PATH -->} is written there, and the commands of one below
 * {@code <!-- run -->} are run. A {@code <!-- snippet: … -->} may stand between.
 */
record GuidePage(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile(
            "<!-- (run|file: (\\S+)) -->\\n(?:<!-- snippet: [^\\n]*-->\\n)?```\\w+\\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    sealed interface Step {}

    record Written(String path, String text) implements Step {}

    /**
     * @param shown the lines that the page shows below it; none where the page leaves them out
     */
    record Command(String line, List<String> shown) implements Step {}

    static GuidePage read(Path page) throws IOException {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            if (block.group(2) != null) {
                steps.add(new Written(block.group(2), block.group(3)));
            } else {
                steps.addAll(commands(block.group(3)));
            }
        }
        return new GuidePage(steps);
    }

    private static List<Command> commands(String console) {
        List<Command> commands = new ArrayList<>();
        for (String line : console.lines().toList()) {
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new ArrayList<>()));
            } else {
                commands.get(commands.size() - 1).shown().add(line);
            }
        }
        return commands;
    }
}
