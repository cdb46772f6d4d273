/// Many applicants at once: what is to be judged, in parallel, written down as it comes, and resumed where it stopped.
@NullMarked
package touchstone.judge.batch;

import org.jspecify.annotations.NullMarked;
