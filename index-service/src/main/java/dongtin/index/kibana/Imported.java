package dongtin.index.kibana;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of each object, as Kibana's answer to an import says. */
record Imported(List<Fate> fates) {

    /** @param line what to tell the operator */
    record Fate(boolean installed, String line) {}

    /** An object that the answer does not mention counts as failed. */
    static Imported of(JsonNode answer, List<SavedObjects.Key> sent) {
        var fates = new ArrayList<Fate>();
        for (SavedObjects.Key key : sent) {
            fates.add(fate(key, named(answer.path("successResults"), key), named(answer.path("errors"), key)));
        }
        return new Imported(List.copyOf(fates));
    }

    long installed() {
        return fates.stream().filter(Fate::installed).count();
    }

    boolean complete() {
        return installed() == fates.size();
    }

    private static Fate fate(SavedObjects.Key key, JsonNode success, JsonNode failure) {
        String object = key.type() + " " + key.id();
        if (!failure.isMissingNode()) {
            return new Fate(false, "failed     %s: %s".formatted(object, reason(failure.path("error"))));
        }
        if (success.isMissingNode()) {
            return new Fate(false, "failed     %s: Kibana's answer does not mention it".formatted(object));
        }
        String did = success.path("overwrite").asBoolean(false) ? "replaced " : "installed";
        // In another space the id is taken: Kibana gives the object one of its own there, and finds it again by its
        // origin.
        String as = success.path("destinationId").asString("");
        String title = success.at("/meta/title").asString("");
        return new Fate(
                true,
                "%s  %s%s%s"
                        .formatted(
                                did,
                                object,
                                as.isEmpty() ? "" : " as " + as,
                                title.isEmpty() ? "" : " (" + title + ")"));
    }

    private static JsonNode named(JsonNode list, SavedObjects.Key key) {
        for (JsonNode one : list) {
            if (key.type().equals(one.path("type").asString(""))
                    && key.id().equals(one.path("id").asString(""))) {
                return one;
            }
        }
        return list.path("none");
    }

    private static String reason(JsonNode error) {
        return switch (error.path("type").asString("")) {
            case "conflict" -> "conflict with an object that is there already";
            case "ambiguous_conflict" ->
                "ambiguous conflict: several objects come from this one, delete all but one of them: "
                        + error.path("destinations");
            case "missing_references" -> "what it refers to is missing: " + error.path("references");
            case "unsupported_type" -> "this Kibana does not know the type";
            default -> error.path("message").asString(error.toString());
        };
    }
}
