package touchstone.sandbox.backend.bubblewrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says in plain words why this machine lets no box start. Nearly always it
/// forbids user namespaces, and there are four ways to do that.
///
/// @param root of the file system to look at
record Diagnosis(Path root) {
    private static final String APPARMOR_REMEDY = "printf 'abi <abi/4.0>,\\nprofile bwrap /usr/bin/bwrap "
            + "flags=(unconfined) {\\n  userns,\\n}\\n' > /etc/apparmor.d/bwrap && systemctl reload apparmor";

    String explain(String errorOutput) {
        var said = errorOutput.isBlank() ? "" : " (it said: " + errorOutput.strip() + ")";
        return "no box can be started on this machine" + said + ". " + cause();
    }

    private String cause() {
        if (setting("proc/sys/user/max_user_namespaces").equals("0")) {
            return "User namespaces are switched off here. As root: sysctl -w user.max_user_namespaces=15000";
        }
        if (setting("proc/sys/kernel/unprivileged_userns_clone").equals("0")) {
            return "User namespaces are forbidden to ordinary users here. As root: "
                    + "sysctl -w kernel.unprivileged_userns_clone=1";
        }
        if (setting("proc/sys/kernel/apparmor_restrict_unprivileged_userns").equals("1")) {
            return "AppArmor forbids bubblewrap to make user namespaces here, as Ubuntu does since 23.10. As root, "
                    + "give bubblewrap a profile: " + APPARMOR_REMEDY;
        }
        if (Files.exists(root.resolve(".dockerenv")) || Files.exists(root.resolve("run/.containerenv"))) {
            return "This is a container, and its own filter forbids namespaces inside. Start it with "
                    + "--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
                    + "--security-opt systempaths=unconfined";
        }
        return "Boxes need bubblewrap 0.8, user namespaces, and Linux 5.14 or later; try: "
                + "bwrap --unshare-all --ro-bind / / true";
    }

    private String setting(String file) {
        try {
            return Files.readString(root.resolve(file)).strip();
        } catch (IOException e) {
            return ""; // kernels without the setting do not have the restriction
        }
    }
}
