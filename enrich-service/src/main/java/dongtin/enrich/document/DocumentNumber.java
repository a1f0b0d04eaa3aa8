package dongtin.enrich.document;

import org.jspecify.annotations.Nullable;

/** A number (số hiệu) as it stands before the token {@code end}: the running number, the whole symbol, the year of a bare {@code 65/2022}. */
record DocumentNumber(
        int end,
        String number,
        @Nullable String symbol,
        @Nullable String year) {}
