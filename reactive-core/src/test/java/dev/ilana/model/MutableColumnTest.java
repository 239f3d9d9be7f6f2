package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.error.NullNotAllowedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that change in place are seen, and cost nothing before somebody has one; and values over several columns. */
class MutableColumnTest {

    record Name(String first, @Nullable String last) {}

    static final class Note extends Model<Note> {
        static final AtomicInteger WRITTEN = new AtomicInteger();
        static final Table<Note> NOTES = Table.of("notes", Note::new);
        static final Column<Note, Long> ID = NOTES.id();
        static final Column<Note, StringBuilder> TEXT = NOTES.column(
                        "text",
                        Cast.of(StringBuilder.class, Stored.STRING, StringBuilder::new, text -> {
                                    WRITTEN.incrementAndGet();
                                    return text.toString();
                                })
                                .mutable())
                .nullable()
                .defaultTo(new StringBuilder("new"));
        static final Column<Note, String> FIRST = NOTES.string("first");
        static final Column<Note, String> LAST = NOTES.string("last").nullable();
        static final Composed<Note, Name> NAME =
                NOTES.composed(Name::new, FIRST.from(Name::first), LAST.from(Name::last));

        Note() {
            super(NOTES);
        }
    }

    private static Note read(String text) {
        Note note = new Note();
        note.attributes().forget();
        note.attributes().read(Note.TEXT.ordinal(), Note.TEXT.fromStored(text));
        note.attributes().read(Note.FIRST.ordinal(), "Ada");
        note.attributes().read(Note.LAST.ordinal(), null);
        note.attributes().markStored();
        return note;
    }

    @BeforeEach
    void forgetWrites() {
        assertThat(Note.TEXT.isMutable()).isTrue();
        Note.WRITTEN.set(0);
    }

    @Test
    void whatNobodyAskedForIsNotWrittenOut() {
        Note note = read("a");
        assertThat(note.set(Note.LAST, "L.").getDirty()).containsOnlyKeys("last");
        note.attributes().markUpdated(Note.NOTES, ModelWriter.dirtyColumns(note));
        assertThat(note.isDirty()).isFalse();
        assertThat(Note.WRITTEN).hasValue(0);
    }

    @Test
    void whatIsReadOftenIsWrittenOutOnce() {
        Note note = read("a");
        assertThat(List.of(note.get(Note.TEXT), note.get(Note.TEXT), note.get(Note.TEXT)))
                .hasSize(3);
        assertThat(Note.WRITTEN).hasValue(1);
    }

    @Test
    void aChangeInPlaceIsDirtyAndItsUndoingIsNot() {
        Note note = read("a");
        note.get(Note.TEXT).append("b");
        assertThat(note.isDirty(Note.TEXT)).isTrue();
        assertThat(note.getOriginal(Note.TEXT)).hasToString("a");
        note.get(Note.TEXT).setLength(1);
        assertThat(note.isDirty()).isFalse();
    }

    @Test
    void anotherValueOfTheSameFormIsNoChange() {
        assertThat(read("a").set(Note.TEXT, new StringBuilder("a")).isDirty()).isFalse();
        assertThat(read("a").set(Note.TEXT, new StringBuilder("b")).isDirty()).isTrue();
        assertThat(read("a").set(Note.TEXT, null).isDirty()).isTrue();
    }

    @Test
    void anOriginalThatIsGivenAwayIsNobodysButTheirs() {
        Note note = read("a");
        var unused =
                java.util.Objects.requireNonNull(note.getOriginal(Note.TEXT)).append("b");
        assertThat(note.isDirty()).isFalse();
        assertThat(note.get(Note.TEXT)).hasToString("a");
    }

    @Test
    void aValueIsWatchedAfterItWasWritten() {
        StringBuilder mine = new StringBuilder("a");
        Note note = new Note().set(Note.TEXT, mine);
        note.attributes().markCreated(Note.NOTES);
        assertThat(note.isDirty()).isFalse();
        mine.append("b");
        assertThat(note.isDirty(Note.TEXT)).isTrue();
        note.attributes().markUpdated(Note.NOTES, ModelWriter.dirtyColumns(note));
        assertThat(note.isDirty()).isFalse();
        mine.append("c");
        assertThat(note.isDirty(Note.TEXT)).isTrue();
    }

    @Test
    void aDefaultIsCopiedForWhoeverAsks() {
        List<StringBuilder> given = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            given.add(new Note().get(Note.TEXT).append(i));
        }
        assertThat(given).extracting(StringBuilder::toString).containsExactly("new0", "new1");
    }

    @Test
    void aDefaultThatWasHandedOutBeforeTheInsertIsWatchedToo() {
        Note note = new Note();
        StringBuilder text = note.get(Note.TEXT);
        note.attributes().markCreated(Note.NOTES);
        text.append("!");
        assertThat(note.isDirty(Note.TEXT)).isTrue();
    }

    @Test
    void aValueOverSeveralColumnsIsSetWholeOrNotAtAll() {
        Note note = read("a");
        assertThat(note.get(Note.NAME)).isEqualTo(new Name("Ada", null));
        assertThat(note.set(Note.NAME, new Name("Ada", "L.")).getDirty()).containsOnlyKeys("last");
        assertThat(note.getOriginal(Note.NAME)).isEqualTo(new Name("Ada", null));
        assertThat(Note.NAME.columns()).containsExactly(Note.FIRST, Note.LAST);
        assertThatThrownBy(() -> note.set(Note.NAME, null)).isInstanceOf(NullNotAllowedException.class);
        assertThat(note.get(Note.NAME)).isEqualTo(new Name("Ada", "L."));
        assertThat((Object) new Note().get(Note.NAME)).isNull();
    }
}
