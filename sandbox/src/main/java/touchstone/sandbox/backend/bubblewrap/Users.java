package touchstone.sandbox.backend.bubblewrap;

import java.util.OptionalInt;

/// Who a box runs as.
sealed interface Users extends AutoCloseable permits Users.Ourselves, UidPool {
    /// The user of the next box; empty if it is our own.
    OptionalInt take();

    /// Gives a user back, once everything that ran as this user is gone.
    void giveBack(OptionalInt uid);

    @Override
    void close();

    /// Whoever is not root cannot become anybody else.
    record Ourselves() implements Users {
        @Override
        public OptionalInt take() {
            return OptionalInt.empty();
        }

        @Override
        public void giveBack(OptionalInt uid) {
            // nothing was taken
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
