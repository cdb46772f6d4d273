/// What all pages share: routes and who may use them, sessions, words, templates, assets, errors.
@NullMarked
package touchstone.web.page;

import org.jspecify.annotations.NullMarked;
