package dongtin.operator.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings, each column as wide as its widest cell. For one thread. */
public final class Table {

    private static final String GAP = "  ";
    private static final String RIGHT = ">";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** A column whose heading begins with {@code >} is of numbers, flush right. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** A row, with a cell for each heading. */
    public void row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("%d cells under %d headings".formatted(cells.length, headings.size()));
        }
        rows.add(List.of(cells).stream().map(Text::plain).toList());
    }

    /** Nothing at all for a table without rows. */
    public void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = headings.stream()
                .map(heading -> heading.startsWith(RIGHT) ? heading.substring(1) : heading)
                .toList();
        int[] widths = IntStream.range(0, names.size())
                .map(column -> Math.max(
                        Text.width(names.get(column)),
                        rows.stream()
                                .mapToInt(row -> Text.width(row.get(column)))
                                .max()
                                .orElse(0)))
                .toArray();
        out.println(line(names, widths));
        rows.forEach(row -> out.println(line(row, widths)));
        out.flush();
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            int space = widths[column] - Text.width(cell);
            boolean right = headings.get(column).startsWith(RIGHT);
            line.repeat(' ', right ? space : 0)
                    .append(cell)
                    .repeat(' ', right ? 0 : space)
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
