/// The review of answers in words: blind, one person at a time on an answer, on key points.
@NullMarked
package touchstone.web.review;

import org.jspecify.annotations.NullMarked;
