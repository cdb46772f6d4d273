package touchstone.web.store;

import touchstone.web.testing.Databases;

class StoreIT extends StoreContract {
    StoreIT() {
        super(Databases.postgreSql());
    }
}
