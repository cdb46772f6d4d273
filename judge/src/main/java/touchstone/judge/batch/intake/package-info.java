/// Who handed in what: applicants found in a folder, an archive or a table, whatever layout it has.
@NullMarked
package touchstone.judge.batch.intake;

import org.jspecify.annotations.NullMarked;
