package touchstone.judge.batch.intake;

/// How an upload is arranged.
public enum Layout {
    /// `<applicant>/<exercise>.java`, `<applicant>/<exercise>/….java`, `<applicant>/answers.yaml`.
    FOLDERS,
    /// `<applicant>.java`, all of one exercise.
    FILES,
    /// GitHub Classroom: a repository for each applicant, `<assignment>-<user>/…`.
    CLASSROOM,
    /// Moodle: `<full name>_<number>_assignsubmission_file_/…`.
    MOODLE,
    /// A CSV or JSONL file that names applicants and their files.
    TABLE
}
