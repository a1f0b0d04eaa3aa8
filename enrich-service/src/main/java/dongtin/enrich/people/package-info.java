/** Finds people by their names and the frames around them, reads their titles, and joins the forms of one person's name. */
@NullMarked
package dongtin.enrich.people;

import org.jspecify.annotations.NullMarked;
