package dongtin.message;

/** A stretch of text, in UTF-16 code units: {@code start} is its first, {@code end} is after its last. */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("bad span [%d, %d)".formatted(start, end));
        }
    }

    /** What stands there. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** Whether the two have a unit in common. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
