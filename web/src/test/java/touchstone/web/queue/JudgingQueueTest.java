package touchstone.web.queue;

import touchstone.web.testing.Databases;

class JudgingQueueTest extends QueueContract {
    JudgingQueueTest() {
        super(Databases.H2);
    }
}
