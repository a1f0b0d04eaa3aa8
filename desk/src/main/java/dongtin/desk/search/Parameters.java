package dongtin.desk.search;

import org.jspecify.annotations.Nullable;

/** The parameters of a search as they came; absent and blank are the same. */
public record Parameters(
        @Nullable String q,
        @Nullable String person,
        @Nullable String document,
        @Nullable String source,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sort,
        @Nullable String after) {}
