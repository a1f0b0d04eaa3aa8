package dongtin.index.template;

import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The aliases that articles are read by, as {@code aliases.json} has them. */
final class Aliases {

    /** Of both, for requests about all articles. */
    static final String ALL = "news-all";

    private Aliases() {}

    /** Adds the actions that give {@code index} its aliases. */
    static void add(ArrayNode actions, String index) throws IOException {
        IndexFiles.read("aliases.json").properties().forEach(alias -> {
            ObjectNode add =
                    actions.addObject().putObject("add").put("index", index).put("alias", alias.getKey());
            alias.getValue().properties().forEach(property -> add.set(property.getKey(), property.getValue()));
        });
    }
}
