/** Finds references to documents (nghị quyết, nghị định, luật ...), reads their numbers and attributes, and joins those that mean the same document. */
@NullMarked
package dongtin.enrich.document;

import org.jspecify.annotations.NullMarked;
