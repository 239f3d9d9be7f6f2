package dev.ilana.examples.realworld.error;

import dev.ilana.error.IlanaException;
import dev.ilana.error.InvalidTextException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.ValidationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Each error by its status; those that are not here are the program's mistake, and Spring's to answer with 500. */
@RestControllerAdvice
class ErrorHandler {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Errors invalid(ValidationException error) {
        return new Errors(error.failures());
    }

    @ExceptionHandler({TypeMismatchException.class, InvalidTextException.class})
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Errors unreadable(IlanaException error) {
        return Errors.of(String.valueOf(error.getMessage()));
    }

    /** Two asked for the same name at once: the rule let both pass, and the index one. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Errors taken(UniqueViolationException error) {
        return Errors.of("is taken");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Errors unreadable(ServerWebInputException error) {
        return Errors.of("can't be read");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Errors missing(ModelNotFoundException error) {
        return Errors.of("not found");
    }

    @ExceptionHandler
    ResponseEntity<Errors> refused(ResponseStatusException error) {
        String words = error.getReason() == null ? "not found" : error.getReason();
        return ResponseEntity.status(error.getStatusCode()).body(Errors.of(words));
    }
}
