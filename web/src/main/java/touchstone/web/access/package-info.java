/// Accounts: the first owner, signing in and out, passwords, roles.
@NullMarked
package touchstone.web.access;

import org.jspecify.annotations.NullMarked;
