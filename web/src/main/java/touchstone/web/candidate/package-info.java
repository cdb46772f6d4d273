/// What candidates see and do, but for the code: their link, the start, the questions, receipts and their report.
@NullMarked
package touchstone.web.candidate;

import org.jspecify.annotations.NullMarked;
