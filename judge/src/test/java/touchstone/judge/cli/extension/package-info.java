/// A command of another module, which can use only what is public.
@NullMarked
package touchstone.judge.cli.extension;

import org.jspecify.annotations.NullMarked;
