package dongtin.ingest.format;

import dongtin.message.Status;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which formats say, beside a status, what is to be done with a story: signals, instructions, editorial types,
 * relations to other items. Codes may stand behind a scheme ({@code sig:correction}).
 */
final class Signals {

    private static final Set<String> KILLS = Set.of(
            "kill",
            "kills",
            "mandatorykill",
            "mandatory-kill",
            "remove",
            "delete",
            "deleted",
            "withdraw",
            "withdraws",
            "withdrawal",
            "withdrawn",
            "cancel",
            "cancels",
            "canceled",
            "cancelled",
            "retract",
            "retracts",
            "retraction",
            "elimination",
            "disregard",
            "annul");

    private static final Set<String> HOLDS = Set.of("hold", "withhold", "withheld");
    private static final Set<String> EMBARGOES = Set.of("holdforrelease", "hold-for-release");
    private static final Set<String> MENDS = Set.of(
            "correction",
            "corrected",
            "corrects",
            "corrective",
            "correct",
            "rectify",
            "rectification",
            "writethru",
            "writethrough",
            "refile");

    private Signals() {}

    /** {@code usable} of {@code stat:usable} and of {@code http://cv.iptc.org/newscodes/pubstatusg2/usable}. */
    static String local(String code) {
        return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
    }

    static boolean kills(String code) {
        return KILLS.contains(local(code).toLowerCase(Locale.ROOT));
    }

    /** Whether a version with this signal mends an earlier one. */
    static boolean mends(String code) {
        return MENDS.contains(local(code).toLowerCase(Locale.ROOT)) || code.equals("edStat:C");
    }

    /** Does what the signal says; what is none of these words says nothing. A correction is left to the format, for its note. */
    static void obey(String code, ItemDraft draft) {
        String word = local(code).toLowerCase(Locale.ROOT);
        if (KILLS.contains(word)) {
            draft.restrict(Status.CANCELED);
        } else if (HOLDS.contains(word)) {
            draft.restrict(Status.WITHHELD);
        } else if (EMBARGOES.contains(word)) {
            draft.expectEmbargo();
        }
    }
}
