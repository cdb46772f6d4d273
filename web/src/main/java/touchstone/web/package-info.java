@NullMarked
package touchstone.web;

import org.jspecify.annotations.NullMarked;
