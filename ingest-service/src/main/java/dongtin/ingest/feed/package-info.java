/** The feeds as the operator describes them: whose they are, and by which ways their messages come. */
@NullMarked
package dongtin.ingest.feed;

import org.jspecify.annotations.NullMarked;
