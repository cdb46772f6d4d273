/// Plots as SVG text: the same in a page, in a file and on paper. No scripts and no style attributes; classes for the
/// page's style sheet, with presentation attributes beneath them. Words come from the caller.
@NullMarked
package touchstone.judge.plot;

import org.jspecify.annotations.NullMarked;
