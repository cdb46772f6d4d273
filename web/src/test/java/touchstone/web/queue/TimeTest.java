package touchstone.web.queue;

import touchstone.web.testing.Databases;

class TimeTest extends TimeContract {
    TimeTest() {
        super(Databases.H2);
    }
}
