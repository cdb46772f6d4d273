/// Judging in the background, candidates' time, and what a crash must not take: everything here is either in the
/// database or can be made again from it.
@NullMarked
package touchstone.web.queue;

import org.jspecify.annotations.NullMarked;
