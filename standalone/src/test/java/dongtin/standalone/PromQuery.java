package dongtin.standalone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query asks for, as far as that can be told without reading PromQL as a whole: its metrics with the labels that are matched,
 * and the labels that it groups by.
 */
record PromQuery(Map<String, Set<String>> metrics, Set<String> groupedBy) {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w:$.])([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\(|\\{([^}]*)})?");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");
    private static final Pattern MATCHED = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)");

    static PromQuery of(String text) {
        String query = STRING.matcher(text).replaceAll("\"\"");
        Set<String> grouped = new TreeSet<>();
        Matcher grouping = GROUPING.matcher(query);
        while (grouping.find()) {
            for (String label : grouping.group(1).split(",", -1)) {
                grouped.add(label.strip());
            }
        }
        Map<String, Set<String>> metrics = new TreeMap<>();
        Matcher selector = SELECTOR.matcher(grouping.replaceAll(" "));
        while (selector.find()) {
            boolean function = "(".equals(selector.group(2));
            if (!function && !WORDS.contains(selector.group(1))) {
                Set<String> matched = metrics.computeIfAbsent(selector.group(1), name -> new TreeSet<>());
                if (selector.group(3) != null) {
                    MATCHED.matcher(selector.group(3)).results().forEach(label -> matched.add(label.group(1)));
                }
            }
        }
        return new PromQuery(metrics, grouped);
    }
}
