package dev.ilana.schema.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of a database as they are written in Java: {@code user_data} is {@code UserData}, {@code userData}, {@code USER_DATA}. */
final class JavaNames {

    /** What can't be a name (JLS, 3.9). */
    static final Set<String> KEYWORDS =
            Set.of(("abstract assert boolean break byte case catch char class const continue default "
                            + "do double else enum extends final finally float for goto if implements import instanceof int interface "
                            + "long native new package private protected public return short static strictfp super switch "
                            + "synchronized this throw throws transient try void volatile while _ true false null")
                    .split(" ", -1));

    /** Between a small letter or digit and a capital, and before the last capital of several. */
    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[_$]+");

    private JavaNames() {}

    /** Whether the text can be a name in Java as it stands. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c))
                && !KEYWORDS.contains(text);
    }

    static String type(String name) {
        return legal(words(name).stream().map(JavaNames::capitalized).collect(Collectors.joining()));
    }

    /** It may be a keyword. */
    static String member(String name) {
        String type = words(name).stream().map(JavaNames::capitalized).collect(Collectors.joining());
        return legal(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
    }

    static String constant(String name) {
        return legal(String.join("_", words(name)).toUpperCase(Locale.ROOT));
    }

    private static List<String> words(String name) {
        List<String> words = Arrays.stream(
                        BETWEEN_WORDS.split(HUMP.matcher(name).replaceAll("_"), -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return words.isEmpty() ? List.of("nameless") : words;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String legal(String name) {
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
    }
}
