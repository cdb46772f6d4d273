/// What people wrote, as HTML that is safe in our pages: Markdown with LaTeX, Java, formulas. Pure functions.
@NullMarked
package touchstone.web.markup;

import org.jspecify.annotations.NullMarked;
