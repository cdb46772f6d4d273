/// The report of a candidate: page, files, source, what the team notes and decides.
@NullMarked
package touchstone.web.report;

import org.jspecify.annotations.NullMarked;
