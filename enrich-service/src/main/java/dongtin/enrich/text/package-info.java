/** The text as the taggers see it: normalised with its way back to the original, cut into tokens, matched against phrases. */
@NullMarked
package dongtin.enrich.text;

import org.jspecify.annotations.NullMarked;
