package touchstone.judge.bench;

import touchstone.judge.run.Verdict;

/// One way from a source file to a verdict. Safe for use by several threads.
interface Pipeline {
    /// One letter for tables and JSON: `a` … `d`.
    String key();

    Verdict judge(BenchSubmission submission);
}
