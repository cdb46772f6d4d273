package touchstone.sandbox.backend.bubblewrap;

import java.util.ArrayList;
import java.util.List;
import touchstone.sandbox.worker.Canary.Attack;

/// What `doctor` and reports say about this isolation. Each sentence is about
/// something that the preflight has attacked, or that the command line fixes.
final class Facts {
    private Facts() {}

    static List<String> of(Users users) {
        var facts = new ArrayList<>(List.of(
                "every box has namespaces of its own for users, processes, network, mounts, IPC and host name",
                "a box sees a read-only image with a JVM and the C library: no /proc, /sys, /etc, no home, no other file",
                "a box has no network but a loopback of its own, and may not make a socket",
                "the environment is empty but for LANG and LD_LIBRARY_PATH",
                "nothing in a box can be written, not even /tmp",
                "a system call filter allows threads but no processes, sockets or file locks, and kills for what only an attack calls",
                "memory, threads, CPU time and open files are limited by the kernel",
                "a box can make no user namespace, has no capabilities, and dies with the judge"));
        facts.add(switch (users) {
            case UidPool _ -> "every box runs as a user of its own that no other box on this machine has";
            case Users.Ourselves _ ->
                "boxes run as the user who runs the judge; only root can give each a user of its own";
        });
        facts.add(Attack.values().length + " attacks from inside a box were refused at start");
        return List.copyOf(facts);
    }
}
