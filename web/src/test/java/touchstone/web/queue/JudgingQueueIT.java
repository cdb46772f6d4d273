package touchstone.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import touchstone.web.store.Judging;
import touchstone.web.store.Store;
import touchstone.web.testing.Databases;

class JudgingQueueIT extends QueueContract {
    JudgingQueueIT() {
        super(Databases.postgreSql());
    }

    @Test
    void two_servers_share_the_work_and_do_nothing_twice() throws Exception {
        var otherJudge = new FakeJudge("other");
        try (var otherStore = Store.open(store().address());
                var other = new Stage(otherStore, clock(), otherJudge, 2)) {
            other.backstage.takeUp();
            long candidate = stage().started();
            var ids = new ArrayList<Long>();
            for (int i = 0; i < 60; i++) {
                ids.add((i % 2 == 0 ? stage() : other).submit(candidate, "content " + i).id());
            }
            for (long id : ids) {
                stage().untilDone(id);
            }
            assertThat(store().judgings().ofCandidate(candidate)).hasSize(60)
                    .allSatisfy(judging -> assertThat(judging).returns(1, Judging::attempt));
            var all = new ArrayList<>(judge().judged);
            all.addAll(otherJudge.judged);
            assertThat(new HashSet<>(all)).hasSize(60).hasSameSizeAs(all);
            assertThat(otherJudge.judged).isNotEmpty();
        }
    }
}
