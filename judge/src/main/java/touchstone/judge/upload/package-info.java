/// Folders and archives that somebody hands over with the work of many: read entry by entry into memory, under limits,
/// and never unpacked to disk.
@NullMarked
package touchstone.judge.upload;

import org.jspecify.annotations.NullMarked;
