/** Finding articles: the questions, the index that is asked, and the API. */
@NullMarked
package dongtin.desk.search;

import org.jspecify.annotations.NullMarked;
