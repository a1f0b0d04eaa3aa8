/**
 * The message contract: what travels on the topics, and its JSON. Every service knows this package and no other of ours.
 *
 * <p>A change that an older reader could not read is a new schema version and a new topic; an added optional field is
 * not.
 */
@NullMarked
package dongtin.message;

import org.jspecify.annotations.NullMarked;
