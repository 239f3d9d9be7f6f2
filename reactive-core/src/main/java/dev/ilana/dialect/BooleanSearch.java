package dev.ilana.dialect;

import dev.ilana.sql.Criterion.FullText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's words as a boolean search of MySQL and MariaDB. Their own operators never come through: what a person types
 * would else end the search with a syntax error.
 */
final class BooleanSearch {

    /** A phrase in quotes, or a word; each may have a minus before it. */
    private static final Pattern TERM = Pattern.compile("(-?)\"([^\"]*)\"?|(-?)([^\\s\"]+)");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

    /** InnoDB's stopwords and what is shorter are not indexed; asked for as a must, they would let nothing be found. */
    private static final Set<String> STOPWORDS = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "und", "was", "what", "when", "where",
            "who", "will", "with", "www");

    private static final int SHORTEST = 3;

    private BooleanSearch() {}

    /** The search; empty, which finds nothing, when there is no word that could be found. */
    static String of(String words, FullText.Mode mode) {
        return switch (mode) {
            case PHRASE -> phrase(letters(words));
            case NATURAL ->
                letters(words).stream()
                        .filter(BooleanSearch::isIndexed)
                        .map(word -> "+" + word)
                        .collect(Collectors.joining(" "));
            case WEB -> web(words);
        };
    }

    /** Terms with "or" between them are one must; a minus is a must not. */
    private static String web(String words) {
        List<String> musts = new ArrayList<>();
        List<String> either = new ArrayList<>();
        boolean or = false;
        Matcher terms = TERM.matcher(words);
        while (terms.find()) {
            boolean quoted = terms.group(2) != null;
            boolean without = "-".equals(quoted ? terms.group(1) : terms.group(3));
            List<String> term = letters(quoted ? terms.group(2) : terms.group(4));
            if (!quoted && !without && term.equals(List.of("or"))) {
                or = true;
                continue;
            }
            String written = written(term);
            if (written.isEmpty()) {
                continue;
            }
            if (without) {
                musts.add("-" + written);
            } else {
                if (!or) {
                    must(musts, either);
                    either = new ArrayList<>();
                }
                either.add(written);
            }
            or = false;
        }
        must(musts, either);
        return String.join(" ", musts);
    }

    private static void must(List<String> musts, List<String> either) {
        if (either.size() == 1) {
            musts.add("+" + either.get(0));
        } else if (!either.isEmpty()) {
            musts.add("+(" + String.join(" ", either) + ")");
        }
    }

    /** A word by itself, or as the index has it the parts of one in their order; nothing for what is not indexed. */
    private static String written(List<String> term) {
        if (term.size() == 1) {
            return isIndexed(term.get(0)) ? term.get(0) : "";
        }
        return phrase(term);
    }

    private static String phrase(List<String> words) {
        return words.isEmpty() ? "" : '"' + String.join(" ", words) + '"';
    }

    private static boolean isIndexed(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST && !STOPWORDS.contains(word);
    }

    private static List<String> letters(String text) {
        return LETTERS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
