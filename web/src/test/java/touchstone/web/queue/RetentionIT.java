package touchstone.web.queue;

import touchstone.web.testing.Databases;

class RetentionIT extends RetentionContract {
    RetentionIT() {
        super(Databases.postgreSql());
    }
}
