/// What whoever runs the server needs: health, figures, logs, the queue, isolation, the audit log, backups.
@NullMarked
package touchstone.web.operate;

import org.jspecify.annotations.NullMarked;
