/// YAML documents read strictly: every mistake is told with file, line and remedy, and reading goes on after
/// one, so that an author sees all of them at once.
@NullMarked
package touchstone.judge.yaml;

import org.jspecify.annotations.NullMarked;
