package touchstone.web.store;

import touchstone.web.testing.Databases;

class StoreTest extends StoreContract {
    StoreTest() {
        super(Databases.H2);
    }
}
