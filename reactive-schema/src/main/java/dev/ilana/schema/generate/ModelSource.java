package dev.ilana.schema.generate;

/**
 * The source of a model's class.
 *
 * @param className its simple name
 * @param source its text, to be kept in UTF-8
 */
public record ModelSource(String className, String source) {

    /** The name of the file that Java wants it in: {@code User.java}. */
    public String fileName() {
        return className + ".java";
    }
}
