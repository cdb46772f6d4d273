/// Words in both languages: what is written in either, what a program says, and what somebody meant.
@NullMarked
package touchstone.judge.text;

import org.jspecify.annotations.NullMarked;
