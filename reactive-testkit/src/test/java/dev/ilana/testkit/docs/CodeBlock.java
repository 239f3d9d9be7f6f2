package dev.ilana.testkit.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of Java in a page, with the line that stands before it.
 *
 * @param page the page, from the root of the repository
 * @param line where the block begins, counted from 1
 * @param label the comment before it; empty when there is none
 * @param closed whether the page ends the block
 */
record CodeBlock(String page, int line, String label, String code, boolean closed) {

    private static final String FENCE = "```";

    /** The blocks of Java of a page, and the snippet comments that none follows: those are blocks without code. */
    static List<CodeBlock> in(String page, List<String> lines) {
        List<CodeBlock> blocks = new ArrayList<>();
        String label = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(FENCE)) {
                int end = endOf(lines, i);
                if (line.startsWith(FENCE + "java") && !line.startsWith(FENCE + "javascript")) {
                    String code = String.join("\n", lines.subList(i + 1, end));
                    blocks.add(new CodeBlock(page, i + 1, label, code, end < lines.size()));
                }
                i = end;
                label = "";
            } else if (!line.isEmpty()) {
                if (isLabel(label)) {
                    blocks.add(new CodeBlock(page, i, label, "", true));
                }
                label = line;
            }
        }
        return blocks;
    }

    private static boolean isLabel(String line) {
        return line.startsWith("<!-- snippet:") || line.startsWith("<!-- planned:");
    }

    private static int endOf(List<String> lines, int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
            end++;
        }
        return end;
    }

    String where() {
        return page + ", line " + line;
    }

    @Override
    public String toString() {
        return where() + " " + label;
    }
}
