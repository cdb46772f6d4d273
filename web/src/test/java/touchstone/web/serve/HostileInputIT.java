package touchstone.web.serve;

import touchstone.web.testing.Databases;

class HostileInputIT extends HostileInputContract {
    HostileInputIT() {
        super(Databases.postgreSql());
    }
}
