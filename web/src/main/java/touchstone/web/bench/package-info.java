/// `bench web`: candidates who type, save and hand in, against a real server with the real judge beside it.
@NullMarked
package touchstone.web.bench;

import org.jspecify.annotations.NullMarked;
