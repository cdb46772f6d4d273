package touchstone.web.queue;

import touchstone.web.testing.Databases;

class TimeIT extends TimeContract {
    TimeIT() {
        super(Databases.postgreSql());
    }
}
