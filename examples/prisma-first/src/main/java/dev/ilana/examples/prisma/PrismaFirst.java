package dev.ilana.examples.prisma;

import static dev.ilana.examples.prisma.Records.keyOf;

import dev.ilana.connection.Database;
import dev.ilana.error.IlanaException;
import dev.ilana.schema.dynamic.DynamicModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prints a few records of the file's models, as JSON. */
public final class PrismaFirst {

    private PrismaFirst() {}

    /** The one argument is the URL of a PostgreSQL or MariaDB database; without it, H2 runs in this JVM. */
    public static void main(String[] args) {
        String url = args.length == 0 || args[0].isBlank() ? "h2:mem:prisma" : args[0];
        String file = SchemaFile.read();
        try {
            Mono.usingWhen(
                            Mono.fromSupplier(() -> Database.connect(url)),
                            database -> Records.open(database, file)
                                    .flatMapMany(PrismaFirst::tour)
                                    .doOnNext(System.out::println)
                                    .then()
                                    .contextWrite(database.use()),
                            Database::close)
                    .block();
        } catch (IlanaException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What there is on the way, as JSON. */
    static Flux<String> tour(Records records) {
        return records.create("Author", Map.of("name", "Ada", "email", UUID.randomUUID() + "@example.org"))
                .flatMapMany(author -> Flux.concat(
                        Mono.just(author),
                        published(records, author),
                        records.find("Author", keyOf(author), "books.tags"),
                        records.delete("Author", keyOf(author)).then(Mono.empty())))
                .map(DynamicModel::toJson);
    }

    private static Mono<DynamicModel> published(Records records, DynamicModel author) {
        return Mono.zip(
                        records.create(author, "books", Map.of("title", "Notes", "price", 12)),
                        records.findOrCreate("Tag", Map.of("name", "engines")))
                .flatMap(both -> records.relate(both.getT1(), "tags", List.of(keyOf(both.getT2())))
                        .then(records.change("Book", keyOf(both.getT1()), Map.of("status", "PUBLISHED"))));
    }
}
