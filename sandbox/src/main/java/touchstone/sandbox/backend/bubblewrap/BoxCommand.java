package touchstone.sandbox.backend.bubblewrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import touchstone.sandbox.BoxSpec;
import touchstone.sandbox.Limits.BoxLimits;
import touchstone.sandbox.backend.BoxImage;
import touchstone.sandbox.backend.JvmFlags;

/// The command line of a box. Four programs replace each other in one process:
/// a shell that sets limits and opens the filter, as root setpriv, bubblewrap,
/// and in its child a shell that limits threads, then the JVM.
record BoxCommand(Programs programs, Path filter) {
    /// Constant text; everything variable is an argument. dash knows descriptors
    /// up to 9 only. A builtin of the shell that runs anyway costs nothing, where
    /// the program prlimit would cost 1 ms.
    private static final String LIMIT_AND_OPEN = "ulimit -c 0 && ulimit -l 0 && ulimit -f 0 && ulimit -n \"$1\""
            + " && ulimit -d \"$2\" && ulimit -t \"$3\" && exec 9<\"$0\" && shift 3 && exec \"$@\"";
    /// The limit of threads counts only what is inside when it is set inside.
    /// bash calls -u what other shells call -p.
    private static final String LIMIT_THREADS = "{ ulimit -p \"$0\" 2>/dev/null || ulimit -u \"$0\"; } && exec \"$@\"";
    private static final String NOBODY = "65534";

    List<String> of(BoxSpec spec, BoxImage image, List<String> program, OptionalInt uid) {
        var command = new ArrayList<String>();
        command.addAll(limits(spec.limits()));
        uid.ifPresent(id -> command.addAll(user(id)));
        command.addAll(namespaces());
        command.addAll(files(image.root()));
        command.addAll(List.of("/app/sh", "-c", LIMIT_THREADS, Integer.toString(spec.limits().threads())));
        command.addAll(JvmFlags.command(spec, program));
        return command;
    }

    private List<String> limits(BoxLimits limits) {
        return List.of(programs.shell().toString(), "-c", LIMIT_AND_OPEN, filter.toString(),
                Integer.toString(limits.openFiles()), Long.toString(limits.data().bytes() / 1024),
                Long.toString(Math.max(1, limits.cpu().toSeconds())));
    }

    private List<String> user(int uid) {
        return List.of(programs.setpriv().orElseThrow().toString(), "--reuid=" + uid, "--regid=" + uid,
                "--clear-groups", "--no-new-privs");
    }

    private List<String> namespaces() {
        return List.of(programs.bubblewrap().toString(), "--seccomp", "9", "--unshare-all", "--unshare-user",
                "--disable-userns", "--uid", NOBODY, "--gid", NOBODY, "--hostname", "box",
                // the pid 1 of bubblewrap would show our environment and need system calls of its own
                "--die-with-parent", "--new-session", "--as-pid-1", "--cap-drop", "ALL", "--setenv", "LANG",
                "C.UTF-8",
                // without /proc the JVM finds its own libraries only this way
                "--setenv", "LD_LIBRARY_PATH", "/jre/lib:/jre/lib/server");
    }

    private static List<String> files(Path root) {
        return List.of("--ro-bind", root.toString(), "/",
                // --dev would add /dev/shm, writable and without a limit
                "--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom",
                "--dev-bind", "/dev/random", "/dev/random",
                // no tmpfs: its size can be limited, but not how many empty files it holds
                "--chdir", "/tmp");
    }
}
