package touchstone.web.serve;

import touchstone.web.testing.Databases;

class ServerRoutesIT extends ServerRoutesContract {
    ServerRoutesIT() {
        super(Databases.postgreSql());
    }
}
