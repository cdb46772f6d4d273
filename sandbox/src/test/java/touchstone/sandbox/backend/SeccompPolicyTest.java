package touchstone.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeccompPolicyTest {
    private static final int HIGHEST_NUMBER = 600;

    private static BpfMachine machine(Architecture architecture) {
        return new BpfMachine(SeccompPolicy.program(architecture));
    }

    private static int verdict(Architecture architecture, Syscall call, long... arguments) {
        return machine(architecture).run(architecture.auditToken(), call.number(architecture), arguments);
    }

    @ParameterizedTest
    @EnumSource
    void every_number_gets_the_verdict_of_the_table_and_all_others_are_refused(Architecture architecture) {
        var machine = machine(architecture);
        var expected = new HashMap<Integer, Integer>();
        for (var call : Syscall.values()) {
            switch (call.rule()) {
                case ALLOW -> expected.put(call.number(architecture), SeccompPolicy.ALLOW);
                case KILL -> expected.put(call.number(architecture), SeccompPolicy.KILL);
                case ABSENT -> expected.put(call.number(architecture), SeccompPolicy.ENOSYS);
                // with arguments of -1 each of these is refused
                case THREADS_ONLY, NO_LOCKS, NAMES_ONLY, QUESTIONS_ONLY ->
                    expected.put(call.number(architecture), SeccompPolicy.EPERM);
            }
        }
        for (int number = 0; number < HIGHEST_NUMBER; number++) {
            assertThat(machine.run(architecture.auditToken(), number, -1, -1, -1, -1, -1, -1))
                    .as("call %s", number)
                    .isEqualTo(expected.getOrDefault(number, SeccompPolicy.EPERM));
        }
    }

    @ParameterizedTest
    @EnumSource
    void calls_of_another_architecture_kill(Architecture architecture) {
        var i386 = 0x4000_0003;
        for (var other : new int[]{i386, 0, Architecture.X86_64.auditToken(),
                Architecture.AARCH64.auditToken()}) {
            if (other != architecture.auditToken()) {
                assertThat(machine(architecture).run(other, Syscall.READ.number(architecture)))
                        .isEqualTo(SeccompPolicy.KILL);
            }
        }
    }

    @Test
    void calls_of_the_x32_abi_kill() {
        var machine = machine(Architecture.X86_64);
        for (int number = 0; number < HIGHEST_NUMBER; number++) {
            assertThat(machine.run(Architecture.X86_64.auditToken(), 0x4000_0000 | number))
                    .isEqualTo(SeccompPolicy.KILL);
        }
        assertThat(machine.run(Architecture.X86_64.auditToken(), -1)).isEqualTo(SeccompPolicy.KILL);
    }

    @ParameterizedTest
    @EnumSource
    void clone_makes_threads_and_nothing_else(Architecture architecture) {
        // what the C library asks for: VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID, CHILD_CLEARTID
        long thread = 0x3d_0f00;
        assertThat(verdict(architecture, Syscall.CLONE, thread)).isEqualTo(SeccompPolicy.ALLOW);
        assertThat(verdict(architecture, Syscall.CLONE, 17)).as("fork").isEqualTo(SeccompPolicy.EPERM);
        assertThat(verdict(architecture, Syscall.CLONE, 0x4100 | 17)).as("vfork")
                .isEqualTo(SeccompPolicy.EPERM);
        for (long namespace : new long[]{0x0002_0000, 0x0200_0000, 0x0400_0000, 0x0800_0000, 0x1000_0000,
                0x2000_0000, 0x4000_0000}) {
            assertThat(verdict(architecture, Syscall.CLONE, thread | namespace))
                    .isEqualTo(SeccompPolicy.EPERM);
            assertThat(verdict(architecture, Syscall.CLONE, namespace)).isEqualTo(SeccompPolicy.EPERM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fcntl_locks_nothing(Architecture architecture) {
        int[] allowed = {0, 1, 2, 3, 4, 1030};
        for (int command = 0; command < 2048; command++) {
            var expected = Arrays.binarySearch(allowed, command) >= 0 ? SeccompPolicy.ALLOW
                    : SeccompPolicy.EPERM;
            assertThat(verdict(architecture, Syscall.FCNTL, 3, command)).as("fcntl %s", command)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void prctl_cannot_undo_that_a_box_dies_with_its_judge(Architecture architecture) {
        var setName = 15;
        var setDeathSignal = 1;
        assertThat(verdict(architecture, Syscall.PRCTL, setName)).isEqualTo(SeccompPolicy.ALLOW);
        assertThat(verdict(architecture, Syscall.PRCTL, setDeathSignal)).isEqualTo(SeccompPolicy.EPERM);
    }

    @ParameterizedTest
    @EnumSource
    void ioctl_cannot_push_characters_into_a_terminal(Architecture architecture) {
        assertThat(verdict(architecture, Syscall.IOCTL, 0, 0x5412)).isEqualTo(SeccompPolicy.EPERM);
        assertThat(verdict(architecture, Syscall.IOCTL, 0, 0x541b)).isEqualTo(SeccompPolicy.ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void no_number_is_named_twice(Architecture architecture) {
        var seen = new HashSet<Integer>();
        for (var call : Syscall.values()) {
            var number = call.number(architecture);
            assertThat(number == Syscall.NONE || seen.add(number)).as("%s", call).isTrue();
        }
    }

    @Test
    void numbers_are_those_of_the_kernel_headers() throws IOException {
        var generic = Path.of("/usr/include/asm-generic/unistd.h");
        var x86 = Path.of("/usr/include/x86_64-linux-gnu/asm/unistd_64.h");
        assumeTrue(Files.exists(generic) && Files.exists(x86), "no kernel headers on this machine");
        var x86Numbers = numbers(x86);
        var genericNumbers = numbers(generic);
        for (var call : Syscall.values()) {
            var name = call.name().toLowerCase(Locale.ROOT);
            assertThat(call.number(Architecture.X86_64)).as(name).isEqualTo(x86Numbers.get(name));
            assertThat(call.number(Architecture.AARCH64)).as(name)
                    .isEqualTo(genericNumbers.getOrDefault(name, wordSizeDependent(name)));
        }
    }

    /// The generic header names this one only in terms of another macro.
    private static int wordSizeDependent(String name) {
        return name.equals("newfstatat") ? 79 : Syscall.NONE;
    }

    private static Map<String, Integer> numbers(Path header) throws IOException {
        return Pattern.compile("#define __NR(?:3264)?_(\\w+)\\s+(\\d+)\\s")
                .matcher(Files.readString(header))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> Integer.valueOf(match.group(2)),
                        (first, _) -> first));
    }

    @Test
    void the_cached_file_is_written_once_and_mended_when_changed(@TempDir Path cache) throws IOException {
        var program = SeccompPolicy.program(Architecture.AARCH64);
        var file = SeccompPolicy.cached(cache, Architecture.AARCH64);
        assertThat(file).hasBinaryContent(program);
        Files.write(file, new byte[8]);
        assertThat(SeccompPolicy.cached(cache, Architecture.AARCH64)).isEqualTo(file)
                .hasBinaryContent(program);
        assertThat(SeccompPolicy.cached(cache, Architecture.X86_64)).isNotEqualTo(file);
    }
}
