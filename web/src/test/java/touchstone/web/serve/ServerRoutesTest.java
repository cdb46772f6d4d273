package touchstone.web.serve;

import touchstone.web.testing.Databases;

class ServerRoutesTest extends ServerRoutesContract {
    ServerRoutesTest() {
        super(Databases.H2);
    }
}
