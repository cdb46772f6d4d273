package touchstone.web.grading;

/// How far a candidate is with an item.
public enum ItemProgress {
    NOT_STARTED, DRAFT, SUBMITTED, JUDGED;

    /// Whether something was handed in.
    public boolean handedIn() {
        return this == SUBMITTED || this == JUDGED;
    }
}
