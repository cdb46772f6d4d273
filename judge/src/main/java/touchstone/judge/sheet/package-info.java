/// Tables as files for spreadsheets: CSV and XLSX, in which nobody's words are a formula.
@NullMarked
package touchstone.judge.sheet;

import org.jspecify.annotations.NullMarked;
