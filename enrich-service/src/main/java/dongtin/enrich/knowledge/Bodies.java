package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;

/**
 * Knows how the name of a body (cơ quan) and of a place runs: {@code Ban Chấp hành Trung ương}, {@code UBND tỉnh Đồng Nai}, {@code Bộ Giáo dục và Đào
 * tạo}. Thread-safe once made.
 */
public final class Bodies {

    private final Phrases<String> domains;
    private final Places places;
    private final BodyHeads heads;
    private final BodyTail tails;

    /** Reads bodies, what they are named after, and places. */
    public Bodies(Knowledge knowledge) {
        domains = knowledge.phrases("domains.tsv");
        places = new Places(knowledge, domains);
        heads = new BodyHeads(knowledge, domains, places);
        tails = new BodyTail(knowledge, heads, domains, places);
    }

    /** Where the body that begins at {@code at} ends; {@code at} if none does. */
    public int end(Tokens tokens, int at) {
        return tails.bodyEnd(tokens, at);
    }

    /** Whether a field of work stands at {@code at} that takes more than one word: {@code Cảnh sát}. */
    public boolean isField(Tokens tokens, int at) {
        return domains.end(tokens, at) > at + 1 && tokens.shape(at + 1) == Shape.LOWER;
    }

    /** Where a place that begins at {@code at} ends, with or without a word for its kind; {@code at} if none does. */
    public int placeEnd(Tokens tokens, int at) {
        return places.end(tokens, at);
    }

    /** Whether a country begins at {@code at}. */
    public boolean isCountry(Tokens tokens, int at) {
        return places.isCountry(tokens, at);
    }

    /** For {@link Tokens#mayBegin}: where none of these begins, a word printed small begins no place. */
    public long units() {
        return places.units();
    }

    /** Whether a word for a kind of place ({@code tỉnh}) stands at {@code at}. */
    public boolean isUnit(Tokens tokens, int at) {
        return places.unitEnd(tokens, at) > at;
    }

    /** Where the word for a kind of place ends. */
    public int unitEnd(Tokens tokens, int at) {
        return places.unitEnd(tokens, at);
    }

    /** Whether the name of a body that ends at {@code end} may go on with any words: it names no place, and is not complete by itself. */
    public boolean isOpen(Tokens tokens, int from, int end) {
        for (int at = Math.max(from, end - 6); at < end; at++) {
            if (heads.isWhole(tokens, at, end) || placeEnd(tokens, at) == end) {
                return false;
            }
        }
        return true;
    }

    /** Where the words that go on with the name of a body end. */
    public int tail(Tokens tokens, int from) {
        return tails.end(tokens, from);
    }

    /** Where the word for a body printed small before its name ends: {@code hội | Khuyến học}, {@code đoàn | Lâm Đồng}; {@code at} if none begins there. */
    public int smallEnd(Tokens tokens, int at) {
        return heads.smallEnd(tokens, at);
    }

    /** Whether a body that bears any name stands in {@code [from, end)}, or a head ends it: {@code Tập đoàn Giáo dục}, {@code Văn phòng}. */
    public boolean isNamedFreely(Tokens tokens, int from, int end) {
        return heads.isNamedFreely(tokens, from, end);
    }

    /** Whether the sentence goes on at {@code at} with what is no part of a name: {@code cho biết}. */
    public boolean isPredicate(Tokens tokens, int at) {
        return tails.isPredicate(tokens, at);
    }

    /** Where the words end with which the sentence goes on at {@code at}; {@code at} if it does not. */
    public int predicateEnd(Tokens tokens, int at) {
        return tails.predicateEnd(tokens, at);
    }

    /** Whether a body's field goes on at {@code at}: {@code (khai thác) và bảo vệ (nguồn lợi)}. */
    public boolean isJoined(Tokens tokens, int at) {
        return tails.isJoined(tokens, at);
    }

    /** Whether a name of three words or more seems to begin at {@code at}, which is no place. */
    public boolean beginsLongName(Tokens tokens, int at) {
        return beginsName(tokens, at)
                && tokens.shape(at + 2) == Shape.CAPITAL
                && !tokens.startsLine(at + 2)
                && placeEnd(tokens, at) == at;
    }

    /** Where the known words of a body, a field or a place that begin at {@code at} end; {@code at} if none do. */
    public int knownEnd(Tokens tokens, int at) {
        return tails.content(tokens, at);
    }

    /** Whether somebody's name begins at {@code at} that is printed in capitals: {@code LÊ VĂN BƯỞI}. */
    public boolean beginsNameInCapitals(Tokens tokens, int at) {
        return places.beginsNameInCapitals(tokens, at);
    }

    /** Whether somebody's full name seems to begin at {@code at}. */
    public boolean beginsName(Tokens tokens, int at) {
        return places.beginsName(tokens, at);
    }
}
