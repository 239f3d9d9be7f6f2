package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.IlanaException;
import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.contract.Attack.Kind;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One attack with every hostile text. How is it told that a text became SQL? By the statement of a harmless twin: what a
 * hostile text sends must be what a harmless one sends, to the letter where the text is a value, and but for the letters
 * inside quotes where it is a name.
 */
final class Trial {

    /** Harmless texts of each shape that a name is written in. */
    private static final List<String> TWINS = List.of(
            "zz9",
            "zz9.zz8",
            "victims",
            "victims.zz9",
            "zz9.*",
            "zz9 as zz8",
            "zz9.zz8 as zz7",
            "zz9->zz8",
            "zz9->zz8->zz7",
            "doc->zz9",
            "doc->zz9->zz8",
            "doc->zz9 as zz8",
            "0",
            "7");

    private static final Pattern NAME_IN_QUOTES =
            Pattern.compile("\"[\\p{L}\\p{Nd}_$]*\"|`[\\p{L}\\p{Nd}_$]*`|U&\"[A-Za-z0-9_+\\\\]*\"");

    private static final Pattern LANGUAGE_IN_QUOTES = Pattern.compile("'[A-Za-z0-9_]+'");

    private static final int AT_ONCE = 8;
    private static final int IN_ONE_STATEMENT = 100;
    private static final int SHARE = 10;

    private final Runner run;
    private final Dialect dialect;
    private final Attack attack;
    private final List<String> problems = new ArrayList<>();

    private Trial(Runner run, Attack attack) {
        this.run = run;
        this.dialect = run.database().dialect();
        this.attack = attack;
    }

    /** What is wrong with the place, in sentences; nothing when all texts were refused or stayed data. */
    static List<String> problems(Runner run, Attack attack, List<String> hostile) {
        Trial trial = new Trial(run, attack);
        trial.run(hostile);
        return trial.problems.stream().limit(5).toList();
    }

    private void run(List<String> hostile) {
        Map<String, Dry> twins = dry(TWINS);
        Map<String, Dry> tried = dry(hostile);
        Set<List<String>> harmless = twins.values().stream()
                .filter(dry -> dry.refusal() == null)
                .map(this::shape)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (harmless.isEmpty() && attack.kind() == Kind.VALUE && !isUnsupported(twins)) {
            problems.add(attack.place() + ": no harmless text reaches a statement, so nothing is tried: " + twins);
        }
        tried.forEach((text, dry) -> judge(text, dry, harmless));
        if (problems.isEmpty()) {
            send(tried.entrySet().stream()
                    .filter(each -> each.getValue().refusal() == null)
                    .map(Map.Entry::getKey)
                    .toList());
        }
    }

    private static boolean isUnsupported(Map<String, Dry> twins) {
        return twins.values().stream().allMatch(dry -> dry.refusal() instanceof UnsupportedFeatureException);
    }

    // What would be sent

    /** The statements that a text would send, or why there are none. */
    private record Dry(List<String> statements, @Nullable Throwable refusal) {}

    private Map<String, Dry> dry(List<String> texts) {
        return run.get(Flux.fromIterable(texts)
                .concatMap(text -> dry(text)
                        .onErrorResume(error -> Mono.just(new Dry(List.of(), error)))
                        .map(dry -> Map.entry(text, dry)))
                .collect(LinkedHashMap::new, (all, each) -> all.put(each.getKey(), each.getValue())));
    }

    private Mono<Dry> dry(String text) {
        return attack instanceof Attack.Word word
                ? Mono.fromSupplier(() ->
                        new Dry(List.of(word.query(List.of(text)).toSql(dialect).text()), null))
                : DB.dryRun(() -> attack.with(text))
                        .map(sent -> new Dry(sent.stream().map(Sql::text).toList(), null));
    }

    private void judge(String text, Dry dry, Set<List<String>> harmless) {
        Throwable refusal = dry.refusal();
        if (refusal != null) {
            if (!(refusal instanceof IlanaException) || refusal instanceof DatabaseException) {
                problem(text, "is no refusal of ours: " + refusal);
            } else if (attack.kind() == Kind.WORD && !(refusal instanceof InvalidOperatorException)) {
                problem(text, "is refused as something else than a word: " + refusal);
            }
        } else if (attack.kind() == Kind.WORD) {
            problem(text, "is taken for a word: " + dry.statements());
        } else if (attack.kind() == Kind.LOOKUP && !dry.statements().isEmpty()) {
            problem(text, "is found: " + dry.statements());
        } else if (attack.kind() != Kind.LOOKUP && !harmless.contains(shape(dry))) {
            problem(text, "changes the statement: " + dry.statements() + " where harmless ones send " + harmless);
        }
    }

    /** What must be the same whatever the text. */
    private List<String> shape(Dry dry) {
        return dry.statements().stream()
                .map(sql -> switch (attack.kind()) {
                    case NAME, PATH -> NAME_IN_QUOTES.matcher(sql).replaceAll("<name>");
                    case LANGUAGE -> LANGUAGE_IN_QUOTES.matcher(sql).replaceAll("<language>");
                    default -> sql;
                })
                .toList();
    }

    private void problem(String text, String what) {
        problems.add(attack.place() + " with " + visible(text) + " " + what);
    }

    private static String visible(String text) {
        return text.chars()
                .mapToObj(c -> c > ' ' && c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .limit(60)
                .collect(Collectors.joining("", "«", "»"));
    }

    // What is sent

    private void send(List<String> texts) {
        // Names and what the database can't store fail alone, each by itself; values can share a statement.
        if (attack instanceof Attack.Word word && attack.kind() == Kind.VALUE) {
            List<String> storable =
                    texts.stream().filter(text -> text.indexOf(0) < 0).toList();
            sendAll(Flux.fromIterable(storable)
                    .buffer(IN_ONE_STATEMENT)
                    .concatMap(several -> outcome("all at once", () -> word.with(several))));
            sendEach(texts.stream().filter(text -> text.indexOf(0) >= 0).toList());
        } else {
            sendEach(share(texts));
        }
    }

    /** Every tenth, each place beginning with another: the statements are known to be alike, and each text is sent often. */
    private List<String> share(List<String> texts) {
        int first = Math.floorMod(attack.place().hashCode(), SHARE);
        return IntStream.range(0, texts.size())
                .filter(i -> i % SHARE == first)
                .mapToObj(texts::get)
                .toList();
    }

    private void sendEach(List<String> texts) {
        sendAll(Flux.fromIterable(texts).flatMap(text -> outcome(text, () -> attack.with(text)), AT_ONCE));
    }

    private void sendAll(Flux<String> outcomes) {
        problems.addAll(run.list(outcomes));
    }

    /** What is wrong with how it ended; empty when nothing is. */
    private Mono<String> outcome(String text, java.util.function.Supplier<Publisher<?>> work) {
        return Flux.<Object>defer(() -> Flux.from(work.get()))
                .then(Mono.<String>empty())
                .onErrorResume(error -> Refusals.isHarmless(dialect, error)
                        ? Mono.empty()
                        : Mono.just(attack.place() + " with " + visible(text) + " ended with "
                                + Objects.toString(error)
                                        .lines()
                                        .findFirst()
                                        .map(line -> line.substring(0, Math.min(400, line.length())))
                                        .orElse("")));
    }
}
