package touchstone.web.queue;

import touchstone.web.testing.Databases;

class RetentionTest extends RetentionContract {
    RetentionTest() {
        super(Databases.H2);
    }
}
