package dongtin.enrich.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A row of a knowledge file. */
public record Row(String file, int line, List<String> columns) {

    public Row {
        columns = List.copyOf(columns);
    }

    /** The column, counted from 0; the file is reported as bad if the row is too short or the column is blank. */
    public String at(int column) {
        if (column >= columns.size() || columns.get(column).isBlank()) {
            throw bad("column " + (column + 1) + " is missing");
        }
        return columns.get(column);
    }

    /** The column, or {@code otherwise} where the row is shorter. */
    public String at(int column, String otherwise) {
        return column < columns.size() ? columns.get(column) : otherwise;
    }

    /** The column, empty where the row is shorter, which has to be one of {@code allowed}. */
    public String oneOf(int column, Set<String> allowed) {
        String value = at(column, "");
        if (!allowed.contains(value)) {
            throw bad("'" + value + "' is none of " + new TreeSet<>(allowed));
        }
        return value;
    }

    /** The column read as one of an enum's names in lower case. */
    public <E extends Enum<E>> E at(int column, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(at(column))) {
                return constant;
            }
        }
        throw bad("'" + at(column) + "' is none of " + List.of(type.getEnumConstants()));
    }

    /** Says where and why the row cannot be used. */
    public BadKnowledgeException bad(String why) {
        return new BadKnowledgeException(file + ":" + line + ": " + why);
    }
}
