/// What is kept: tables as records, SQL in one dialect for H2 and PostgreSQL, migrations.
@NullMarked
package touchstone.web.store;

import org.jspecify.annotations.NullMarked;
