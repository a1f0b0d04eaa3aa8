/** The stream around the tagging core: raw items in, enriched items or dead letters out, in one transaction. */
@NullMarked
package dongtin.enrich.stream;

import org.jspecify.annotations.NullMarked;
