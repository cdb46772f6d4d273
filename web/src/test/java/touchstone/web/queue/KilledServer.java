package touchstone.web.queue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import touchstone.judge.Judgement;
import touchstone.judge.Judging;
import touchstone.judge.exercise.Exercise;
import touchstone.judge.run.Progress;
import touchstone.judge.submission.Submission;
import touchstone.web.store.Candidate.EndedBy;
import touchstone.web.store.DatabaseAddress;
import touchstone.web.store.Store;

/// A server without pages, which [KilledServerIT] kills: feeds itself until then, and prints what it acknowledges. With
/// `drain` it only judges what is left, and ends.
final class KilledServer {
    private final Store store;
    private final Stage stage;

    private KilledServer(Store store, Stage stage) {
        this.store = store;
        this.stage = stage;
    }

    public static void main(String[] arguments) throws Exception {
        try (var store = Store.open(new DatabaseAddress.Embedded(Path.of(arguments[0])))) {
            var judge = new Slow(new FakeJudge("run" + ProcessHandle.current().pid()),
                    RandomGenerator.getDefault());
            try (var stage = new Stage(store, InstantSource.system(), judge, 2)) {
                stage.backstage.start();
                say("READY");
                var child = new KilledServer(store, stage);
                if (arguments.length > 1 && arguments[1].equals("drain")) {
                    child.drain();
                } else {
                    child.feed();
                }
            }
        }
    }

    /// So that a kill finds it at work.
    private record Slow(FakeJudge judge, RandomGenerator random) implements Judging {
        @Override
        public Judgement judge(Submission submission, Exercise exercise, long seed, Progress progress) {
            try {
                Thread.sleep(random.nextInt(15));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return judge.judge(submission, exercise, seed, progress);
        }
    }

    private void feed() throws InterruptedException {
        for (int i = 0;; i++) {
            long candidate = stage.started();
            for (int j = 0; j < 5; j++) {
                var submission = stage.submit(candidate, "submission " + i + "." + j);
                say("RECEIPT " + submission.id() + " " + submission.sha256());
                stage.type(candidate, Items.CODE, "draft " + i + "." + j);
                say("SAVED " + candidate + " " + j);
            }
            if (stage.backstage.endings().end(candidate, EndedBy.CANDIDATE)) {
                say("ENDED " + candidate);
            }
            while (store.judgings().queued().size() > 40) {
                Thread.sleep(5);
            }
        }
    }

    private void drain() throws InterruptedException {
        Stage.eventually(() -> store.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from scheduled_judging")
                        .mapTo(Integer.class)
                        .one()) == 0);
    }

    /// At once: what stands in a buffer was not acknowledged.
    private static void say(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }
}
