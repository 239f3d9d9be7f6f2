package dev.ilana.examples.realworld;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Clients who each do one thing after another, by chance: three reads to a write. An answer that is an error ends it. */
final class Load {

    private static final int CLIENTS = 64;

    private static final List<Kind> MIX = List.of(
            new Kind("list", 30, load -> load.get("/articles")),
            new Kind(
                    "list by author",
                    8,
                    load -> load.get("/articles?author=" + load.anyone().name())),
            new Kind("feed", 15, load -> load.get("/articles/feed?limit=20")),
            new Kind(
                    "article", 12, load -> load.get("/articles/" + load.anyone().slug())),
            new Kind(
                    "comments", 6, load -> load.get("/articles/" + load.anyone().slug() + "/comments")),
            new Kind("profile", 3, load -> load.get("/profiles/" + load.anyone().name())),
            new Kind("tags", 1, load -> load.get("/tags")),
            new Kind("follow", 5, load -> load.turn("/profiles/" + load.anyone().name() + "/follow")),
            new Kind(
                    "favorite",
                    7,
                    load -> load.turn("/articles/" + load.anyone().slug() + "/favorite")),
            new Kind("write", 5, Load::write),
            new Kind("edit", 4, Load::edit),
            new Kind("comment", 4, Load::comment));

    static final int KINDS = MIX.size();

    private static final int WEIGHTS = MIX.stream().mapToInt(Kind::weight).sum();

    private final WebClient http;
    private final List<Person> people;

    Load(String url, List<Person> people) {
        this.http = WebClient.create(url);
        this.people = people;
    }

    /** Somebody with an article. */
    record Person(String name, String token, String slug) {}

    private record Kind(String name, int weight, Function<Load, Mono<?>> request) {}

    /** Waits until the time is over and the last request answered. */
    Report run(Duration time) {
        Report report = new Report(time, new ConcurrentHashMap<>(), new AtomicLongArray(Report.SLOWEST + 1));
        long end = System.nanoTime() + time.toNanos();
        Flux.range(0, CLIENTS)
                .flatMap(client -> one(report).repeat(() -> System.nanoTime() < end), CLIENTS)
                .then()
                .block(time.plusSeconds(60));
        return report;
    }

    private Mono<Void> one(Report report) {
        return Mono.defer(() -> {
            Kind kind = any();
            long began = System.nanoTime();
            return kind.request()
                    .apply(this)
                    .doOnSuccess(done -> report.count(kind.name(), System.nanoTime() - began))
                    .then();
        });
    }

    private static Kind any() {
        int left = ThreadLocalRandom.current().nextInt(WEIGHTS);
        for (Kind kind : MIX) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        throw new AssertionError("weights");
    }

    private Person anyone() {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    private Mono<JsonNode> get(String path) {
        return send(HttpMethod.GET, path, anyone(), Map.of());
    }

    /** On or off. */
    private Mono<JsonNode> turn(String path) {
        boolean on = ThreadLocalRandom.current().nextBoolean();
        return send(on ? HttpMethod.POST : HttpMethod.DELETE, path, anyone(), Map.of());
    }

    private Mono<JsonNode> write() {
        Map<String, Object> article = Map.of(
                "title", "Under load", "description", "d", "body", "b", "tagList", List.of("load", "soak", "test"));
        return send(HttpMethod.POST, "/articles", anyone(), Map.of("article", article));
    }

    private Mono<JsonNode> edit() {
        Person author = anyone();
        Map<String, Object> change = Map.of("body", "edited at " + System.nanoTime());
        return send(HttpMethod.PUT, "/articles/" + author.slug(), author, Map.of("article", change));
    }

    /** One that is taken back at once. */
    private Mono<JsonNode> comment() {
        Person author = anyone();
        String path = "/articles/" + anyone().slug() + "/comments";
        return send(HttpMethod.POST, path, author, Map.of("comment", Map.of("body", "Well said")))
                .map(said -> said.at("/comment/id").asLong())
                .flatMap(id -> send(HttpMethod.DELETE, path + "/" + id, author, Map.of()));
    }

    private Mono<JsonNode> send(HttpMethod method, String path, Person who, Map<String, ?> body) {
        WebClient.RequestBodySpec request = http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Token " + who.token())
                .contentType(MediaType.APPLICATION_JSON);
        return (body.isEmpty() ? request : request.bodyValue(body)).retrieve().bodyToMono(JsonNode.class);
    }

    /** How many requests of each kind there were, and how many took so many milliseconds. */
    record Report(Duration time, Map<String, LongAdder> kinds, AtomicLongArray millis) {

        private static final int SLOWEST = 10_000;

        void count(String kind, long nanos) {
            kinds.computeIfAbsent(kind, unused -> new LongAdder()).increment();
            millis.incrementAndGet((int) Math.min(nanos / 1_000_000, SLOWEST));
        }

        long requests() {
            return kinds.values().stream().mapToLong(LongAdder::sum).sum();
        }

        /** Milliseconds in which that part of all requests was answered. */
        private int within(double part) {
            long left = (long) Math.ceil(requests() * part);
            for (int time = 0; time < millis.length(); time++) {
                left -= millis.get(time);
                if (left <= 0) {
                    return time;
                }
            }
            return SLOWEST;
        }

        @Override
        public String toString() {
            return "%,d requests in %d s by %d clients, half of them within %d ms, 99%% within %d ms: %s"
                    .formatted(requests(), time.toSeconds(), CLIENTS, within(0.5), within(0.99), new TreeMap<>(kinds));
        }
    }
}
