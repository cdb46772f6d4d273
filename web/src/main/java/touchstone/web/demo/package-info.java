/// What `serve --demo` shows: a few interviews with candidates, their work and what the team made of it.
@NullMarked
package touchstone.web.demo;

import org.jspecify.annotations.NullMarked;
