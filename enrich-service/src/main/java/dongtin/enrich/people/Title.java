package dongtin.enrich.people;

/** An office, rank or degree: the tokens {@code [from, to)}. */
record Title(int from, int to) {}
