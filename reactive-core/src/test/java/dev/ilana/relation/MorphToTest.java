package dev.ilana.relation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorphToTest {

    static final class Film extends Model<Film> {
        static final Table<Film> FILMS = Table.of("films", Film::new).morphAs("work");
        static final Column<Film, Long> ID = FILMS.id();

        Film() {
            super(FILMS);
        }
    }

    static final class Book extends Model<Book> {
        static final Table<Book> BOOKS = Table.of("books", Book::new).morphAs("work");
        static final Column<Book, Long> ID = BOOKS.id();

        Book() {
            super(BOOKS);
        }
    }

    static final class Note extends Model<Note> {
        static final Table<Note> NOTES = Table.of("notes", Note::new);
        static final Column<Note, Long> ID = NOTES.id();
        static final Column<Note, String> TYPE = NOTES.string("subject_type");
        static final Column<Note, Long> SUBJECT_ID = NOTES.foreignId("subject_id");
        static final MorphTo<Note> SUBJECT =
                NOTES.morphTo("subject", TYPE, SUBJECT_ID, () -> List.of(Film.FILMS, Book.BOOKS));

        Note() {
            super(NOTES);
        }
    }

    @Test
    void twoTablesOfOneNameCantBeToldApart() {
        assertThatThrownBy(() -> Note.SUBJECT.isOf(Film.FILMS))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("notes.subject is of two tables that are called \"work\" in notes.subject_type: give one of"
                        + " them another morph name");
    }
}
