package dongtin.index.reindex;

import dongtin.index.template.NewGeneration;
import java.io.IOException;
import java.util.List;

/** What the old generation has and the new one would not: looked for in good time, and again at the end. For one thread. */
final class Losses {

    private static final int MOST = 10_000;

    private final NewGeneration generation;
    private final boolean accepted;
    private List<String> suspects = List.of();

    /** @param accepted whether they are no reason to end */
    Losses(NewGeneration generation, boolean accepted) {
        this.generation = generation;
        this.accepted = accepted;
    }

    /** While the old generation is still written: what comes to it from now on is on the topic, and no loss. */
    void look() throws IOException {
        suspects = accepted ? List.of() : generation.lacking(MOST);
    }

    /**
     * When all that is on the topic is in the new generation.
     *
     * @param refused the ids of the items that it did not take
     * @throws Unfinished if the old one has more
     */
    void refuse(List<String> refused) throws IOException, Unfinished {
        if (accepted) {
            return;
        }
        refuse(generation.stillLacking(suspects), "that the topic does not hold");
        refuse(generation.served(refused.stream().distinct().limit(MOST).toList()), "that the new mapping refuses");
    }

    private static void refuse(List<String> lost, String which) throws Unfinished {
        if (!lost.isEmpty()) {
            throw new Unfinished("it has %s%,d stories %s, such as %s; --leave-behind goes on without them"
                    .formatted(lost.size() < MOST ? "" : "at least ", lost.size(), which, lost.getFirst()));
        }
    }
}
