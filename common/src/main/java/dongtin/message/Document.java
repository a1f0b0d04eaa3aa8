package dongtin.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directing document of Party, State or an international body (a "resolution") that an item refers to.
 *
 * @param key groups references to the same document across items; holds kind, number, issuer and year or term
 * @param kind the Vietnamese word in full, lower case: {@code nghị quyết}
 * @param number as printed: {@code 144}, {@code 66.13}, {@code 30a}
 * @param symbol the official symbol (số hiệu) in its normal form: {@code 144-QĐ/TW}
 * @param issuer the body that issued it (cơ quan ban hành)
 * @param date the day of issue
 * @param year the year, where no more is stated
 * @param name what names a document without a number: {@code Đất đai}, {@code Đại hội XIII}
 * @param subject what it is about ({@code về ...}), as the item puts it
 * @param basis what symbol and issuer rest on
 * @param mentions where it is referred to in {@link RawItem#text()}, in order
 */
public record Document(
        String key,
        String kind,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year,
        @Nullable String name,
        @Nullable String subject,
        Basis basis,
        List<Span> mentions) {

    public Document {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(basis, "basis");
        mentions = List.copyOf(mentions);
    }

    /** What a document's attributes rest on. */
    public enum Basis {
        /** The item itself states them. */
        @JsonProperty("text")
        TEXT,
        /** The register of known documents supplied what the item left out. */
        @JsonProperty("register")
        REGISTER
    }
}
