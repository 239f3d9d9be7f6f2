package dev.ilana.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ilana.model.Column;
import dev.ilana.model.DeclaredColumn;
import dev.ilana.model.Field;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.Projection;
import dev.ilana.model.Queryable;
import dev.ilana.model.Selected;
import dev.ilana.model.Selecting;
import dev.ilana.query.Expr;
import dev.ilana.query.On;
import dev.ilana.query.Query;
import dev.ilana.query.Selectable;
import dev.ilana.query.Window;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each word of the query builder is called by a test that compares whole texts and values on each database. */
class EveryWordIsSpelledTest {

    /** The words and the tests as they run here, whatever else the class path has of these packages. */
    private static final JavaClasses OURS =
            new ClassFileImporter().importUrls(List.of(placeOf(Query.class), placeOf(EveryWordIsSpelledTest.class)));

    /** What queries are said with; the words of their superclasses are theirs. */
    private static final List<Class<?>> VOCABULARY = List.of(
            Query.class,
            On.class,
            Expr.class,
            Selectable.class,
            Window.class,
            ModelQuery.class,
            Selecting.class,
            Projection.class,
            Selected.Of2.class,
            Selected.Of3.class,
            Selected.Of4.class,
            Selected.Of5.class,
            Selected.Of6.class,
            Selected.Of7.class,
            Selected.Of8.class,
            Field.class,
            Column.class);

    /** What a model is declared with, and what the words are made of. */
    private static final Set<String> NO_WORDS = Set.of(
            "Attribute.valueIn",
            "Column.databaseName",
            "Column.accept",
            "Column.columns",
            "Column.from",
            "Column.isOneOf",
            "Column.reference",
            "Column.stored",
            "Column.table",
            "Column.valueIn",
            "FieldConditions.type",
            "Key.columns",
            "Key.table",
            "ModelConditions.table",
            "ModelQuery.table",
            "QueryBuilder.database",
            "Window.described",
            "Window.over");

    private static final Set<String> NO_WORDS_ANYWHERE =
            Set.of("asSelect", "equals", "fields", "hashCode", "query", "resolve", "selection", "toString");

    @Test
    void everyWordIsSpelled() {
        Set<String> spelled = spelled();
        Set<String> silent = VOCABULARY.stream()
                .flatMap(word -> OURS.get(word).getAllMethods().stream())
                .filter(EveryWordIsSpelledTest::isWord)
                .map(JavaMember::getFullName)
                .filter(name -> !spelled.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent)
                .as("words that no test spells: call them in a test of this package that uses Spelling")
                .isEmpty();
    }

    /** A word that is passed on needs no test of its own. */
    @Test
    void whatAQueryCanStartWithIsTheWordOfTheQueryOrIsSpelled() {
        Set<String> spelled = spelled();
        Set<String> silent = OURS.get(Queryable.class).getMethods().stream()
                .filter(EveryWordIsSpelledTest::isWord)
                .filter(method -> called(method).noneMatch(word -> isSameWord(method, word)))
                .map(JavaMember::getFullName)
                .filter(name -> !spelled.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent)
                .as("words that are neither passed on to the query nor spelled by a test")
                .isEmpty();
    }

    private static Set<String> spelled() {
        return OURS.stream()
                .filter(EveryWordIsSpelledTest::spells)
                .flatMap(EveryWordIsSpelledTest::called)
                .map(JavaMember::getFullName)
                .collect(Collectors.toSet());
    }

    private static boolean isSameWord(JavaMethod method, JavaMethod other) {
        return other.getName().equals(method.getName())
                && other.getRawParameterTypes().equals(method.getRawParameterTypes());
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static boolean spells(JavaClass test) {
        return test.getPackageName().equals(EveryWordIsSpelledTest.class.getPackageName())
                && test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Spelling.class)
                                || dependency.getTargetClass().isEquivalentTo(Word.class));
    }

    private static Stream<JavaMethod> called(JavaClass test) {
        return test.getMethods().stream().flatMap(EveryWordIsSpelledTest::called);
    }

    private static Stream<JavaMethod> called(JavaMethod method) {
        return Stream.concat(method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .map(access -> access.getTarget().resolveMember())
                .flatMap(Optional::stream)
                .map(JavaMethod.class::cast);
    }

    /** What a column is declared as is no word of a query. */
    private static boolean isWord(JavaMethod method) {
        return method.getOwner().getPackageName().startsWith("dev.ilana")
                && !method.getOwner().isEquivalentTo(DeclaredColumn.class)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !NO_WORDS_ANYWHERE.contains(method.getName())
                && !NO_WORDS.contains(method.getOwner().getSimpleName() + "." + method.getName());
    }
}
