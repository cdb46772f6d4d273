package touchstone.web.serve;

import touchstone.web.testing.Databases;

class HostileInputTest extends HostileInputContract {
    HostileInputTest() {
        super(Databases.H2);
    }
}
