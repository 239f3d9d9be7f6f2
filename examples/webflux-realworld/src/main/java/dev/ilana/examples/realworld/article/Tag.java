package dev.ilana.examples.realworld.article;

import static dev.ilana.examples.realworld.article.Article.ARTICLES;

import dev.ilana.Table;
import dev.ilana.error.ValidationException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A word that articles are found by. */
public final class Tag extends Model<Tag> {

    private static final int LONGEST = 60;

    public static final Table<Tag> TAGS = Table.of("tags", Tag::new);

    public static final Column<Tag, Long> ID = TAGS.id();
    public static final Column<Tag, String> NAME = TAGS.string("name");

    public static final BelongsToMany<Tag, Article> ARTICLES_TAGGED =
            TAGS.belongsToMany("articles", "article_tag", () -> ARTICLES);

    public Tag() {
        super(TAGS);
    }

    /** The keys of the tags of these names, which are made where they are not there. */
    static Mono<List<Long>> keysOf(Collection<String> names) {
        // In one order, so that of two who make the same tags neither waits for the other in a circle.
        List<String> sorted = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (sorted.stream().anyMatch(name -> name.length() > LONGEST)) {
            String words = "must have at most " + LONGEST + " characters each";
            return Mono.error(new ValidationException("tags", Map.of("tagList", List.of(words))));
        }
        return TAGS.insertOrIgnore(sorted.stream().map(Tag::named).toList())
                .then(TAGS.where(NAME.in(sorted)).pluck(ID).collectList());
    }

    private static Tag named(String name) {
        return new Tag().set(NAME, name);
    }

    public String name() {
        return get(NAME);
    }
}
