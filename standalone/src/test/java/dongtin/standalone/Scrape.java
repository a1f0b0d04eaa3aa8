package dongtin.standalone;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services tell Prometheus: the names of their metrics, each with the labels that it has somewhere. */
record Scrape(Map<String, Set<String>> labels) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");

    static Scrape of(Iterable<String> pages) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String page : pages) {
            Matcher sample = SAMPLE.matcher(page);
            while (sample.find()) {
                Set<String> known = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2)).results().forEach(label -> known.add(label.group(1)));
                }
            }
        }
        return new Scrape(labels);
    }
}
