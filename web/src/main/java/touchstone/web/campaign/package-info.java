/// An interview's candidates beside one another: the table, comparisons, distributions and exports.
@NullMarked
package touchstone.web.campaign;

import org.jspecify.annotations.NullMarked;
