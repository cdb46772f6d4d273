package touchstone.sandbox.backend.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {
    @TempDir
    Path root;

    private void put(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String explanation() {
        return new Diagnosis(root).explain("bwrap: no permissions\n");
    }

    @Test
    void it_repeats_what_bubblewrap_said() {
        assertThat(explanation()).contains("(it said: bwrap: no permissions)")
                .contains("bwrap --unshare-all");
    }

    @Test
    void it_names_user_namespaces_that_are_switched_off() throws IOException {
        put("proc/sys/user/max_user_namespaces", "0\n");
        assertThat(explanation()).contains("sysctl -w user.max_user_namespaces=15000");
    }

    @Test
    void it_names_user_namespaces_that_only_root_may_make() throws IOException {
        put("proc/sys/user/max_user_namespaces", "9000\n");
        put("proc/sys/kernel/unprivileged_userns_clone", "0\n");
        assertThat(explanation()).contains("sysctl -w kernel.unprivileged_userns_clone=1");
    }

    @Test
    void it_names_the_profile_of_ubuntu() throws IOException {
        put("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
        assertThat(explanation()).contains("AppArmor").contains("/etc/apparmor.d/bwrap");
    }

    @Test
    void it_notices_a_container() throws IOException {
        put(".dockerenv", "");
        assertThat(explanation()).contains("--security-opt seccomp=unconfined");
    }
}
