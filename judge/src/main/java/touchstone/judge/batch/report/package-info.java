/// What a batch comes to: ranking, statistics, comparison with a former one, as a page, spreadsheets, JSON and XML.
@NullMarked
package touchstone.judge.batch.report;

import org.jspecify.annotations.NullMarked;
