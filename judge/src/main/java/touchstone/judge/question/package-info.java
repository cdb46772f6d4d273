/// The bank of questions: what is asked beside exercises, with its keys. One file per chapter, read strictly.
@NullMarked
package touchstone.judge.question;

import org.jspecify.annotations.NullMarked;
