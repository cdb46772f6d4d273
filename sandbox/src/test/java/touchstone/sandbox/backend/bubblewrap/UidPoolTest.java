package touchstone.sandbox.backend.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchstone.sandbox.SandboxException;

class UidPoolTest {
    @TempDir
    Path locks;

    @Test
    void each_user_is_taken_once_until_given_back() {
        try (var pool = UidPool.open(locks)) {
            var taken = new HashSet<OptionalInt>();
            for (int i = 0; i < UidPool.BLOCK; i++) {
                assertThat(taken.add(pool.take())).isTrue();
            }
            assertThatThrownBy(pool::take).isInstanceOf(SandboxException.class);
            var returned = taken.iterator().next();
            pool.giveBack(returned);
            assertThat(pool.take()).isEqualTo(returned);
        }
    }

    @Test
    void two_pools_share_nobody_even_after_one_is_closed() {
        try (var one = UidPool.open(locks)) {
            var uid = one.take();
            UidPool.open(locks).close();
            try (var other = UidPool.open(locks)) {
                assertThat(other.take()).isNotEqualTo(uid);
            }
        }
    }

    @Test
    void another_process_gets_another_block() throws IOException, InterruptedException {
        try (var pool = UidPool.open(locks)) {
            var other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-cp", System.getProperty("java.class.path"), Taker.class.getName(), locks.toString())
                    .redirectErrorStream(true)
                    .start();
            var uid = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isZero();
            assertThat(Integer.parseInt(uid.strip())).isEqualTo(pool.take().orElseThrow() + UidPool.BLOCK);
        }
    }

    /// Prints the first user of a pool, in a process of its own.
    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) {
            try (var pool = UidPool.open(Path.of(arguments[0]))) {
                System.out.println(pool.take().orElseThrow());
            }
        }
    }
}
