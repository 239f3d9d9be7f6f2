package dev.ilana.schema.generate;

/**
 * A constant of a model's class.
 *
 * @param doc its Javadoc with a line end; empty for none
 * @param type its type, as the source writes it
 */
record ModelConstant(String doc, String type, String name, Chain value) {

    private static final int LINE = 120;

    String text() {
        String begun = "    public static final " + type + " " + name + " =";
        String value = this.value.statement();
        boolean fits = begun.length() + 1 + value.length() <= LINE;
        return doc + begun + (fits ? " " : "\n            ") + value + "\n";
    }
}
