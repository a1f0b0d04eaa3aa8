package dongtin.enrich.people;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/** Says which names are no mention of a person: streets and awards named after people, bylines, photographers. */
final class Rejection {

    private final WordSet namesake;
    private final WordSet monuments;
    private final WordSet credits;
    private final Phrases<String> speech;

    Rejection(Knowledge knowledge) {
        namesake = knowledge.words("namesakes.tsv", "name");
        monuments = knowledge.words("namesakes.tsv", "monument");
        credits = knowledge.words("namesakes.tsv", "credit");
        speech = knowledge.phrases("speech.tsv");
    }

    boolean rejects(Tokens tokens, Mention mention) {
        int from = mention.titles().isEmpty()
                ? mention.from()
                : mention.titles().getFirst().from();
        if (!tokens.startsLine(from) && monuments.has(tokens, from - 1)) {
            return true;
        }
        if (mention.address() != null || !mention.titles().isEmpty() || mention.alias() != null) {
            return false;
        }
        return (!tokens.startsLine(from) && (isNamesake(tokens, from - 1) || isAfterVirtue(tokens, from)))
                || isCredit(tokens, mention)
                || isByline(tokens, mention);
    }

    /** Whether the word announces the name of a street, a school, an award. */
    boolean isNamesake(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        boolean house = (shape == Shape.NUMBER || shape == Shape.ALPHANUMERIC) && tokens.length(at) < 6;
        return namesake.has(tokens, at) || house;
    }

    /** {@code tư tưởng, đạo đức, phong cách Hồ Chí Minh}. */
    private boolean isAfterVirtue(Tokens tokens, int from) {
        return tokens.folded(from - 2).equals("tư") && tokens.folded(from - 1).equals("tưởng");
    }

    private boolean isCredit(Tokens tokens, Mention mention) {
        int before = mention.from() - 1;
        boolean colon = tokens.is(before, ':') && credits.has(tokens, before - 1);
        boolean agency = (tokens.is(before, '/') && tokens.joined(mention.from()))
                || (tokens.is(mention.to(), '/') && tokens.joined(mention.to()));
        return colon || agency || (credits.has(tokens, before) && !tokens.startsLine(mention.from()));
    }

    private static boolean isByline(Tokens tokens, Mention mention) {
        boolean ends =
                tokens.startsLine(mention.to()) || (tokens.isDash(mention.to()) && endsSoon(tokens, mention.to()));
        int before = mention.from() - 1;
        boolean begins = (tokens.startsLine(mention.from()) && mention.from() > 0)
                || tokens.is(before, '.')
                || tokens.is(before, '"')
                || tokens.is(before, '”')
                || (tokens.isDash(before) && tokens.startsLine(mention.to()));
        return ends && begins;
    }

    private static boolean endsSoon(Tokens tokens, int from) {
        for (int at = from + 1; at < from + 6; at++) {
            if (tokens.startsLine(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether who ends at {@code end} speaks: {@code Trần Tuấn Anh cho biết}. */
    boolean speaks(Tokens tokens, int end) {
        return !tokens.startsLine(end) && speech.end(tokens, end) > end;
    }

    /** Whether {@code at} follows {@code last} in a list of names. */
    boolean follows(Tokens tokens, Mention last, int at) {
        int end = last.to();
        boolean sign =
                tokens.is(end, ',') || tokens.is(end, ';') || tokens.folded(end).equals("và");
        return sign && end + 1 == at && !tokens.startsLine(at);
    }
}
