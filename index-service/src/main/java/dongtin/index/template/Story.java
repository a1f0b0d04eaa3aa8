package dongtin.index.template;

import java.time.Instant;

/**
 * What decides where an item is indexed.
 *
 * @param id the same for all its versions
 * @param published by this version
 */
public record Story(String id, Instant published) {}
