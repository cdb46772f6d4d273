package touchstone.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import touchstone.sandbox.SandboxException;
import touchstone.sandbox.worker.Canary.Attack;

class PreflightTest {
    private static List<String> allRefusedBut(Attack exception) {
        return Arrays.stream(Attack.values())
                .map(attack -> attack + (attack == exception ? " succeeded" : " refused"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void one_attack_that_succeeds_is_enough_to_refuse(Attack attack) {
        assertThatThrownBy(() -> Preflight.judge(allRefusedBut(attack))).isInstanceOf(SandboxException.class)
                .hasMessageContaining("the sandbox does not hold")
                .hasMessageContaining("Nothing is graded");
    }

    @Test
    void only_what_was_answered_counts_as_refused() {
        assertThat(Preflight.judge(List.of())).isEmpty();
        assertThat(Preflight.judge(List.of("CONNECT refused", "nonsense"))).containsExactly(Attack.CONNECT);
    }
}
