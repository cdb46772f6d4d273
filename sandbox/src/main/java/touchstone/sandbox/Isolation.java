package touchstone.sandbox;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// The isolation that a sandbox provides on this machine.
///
/// @param name short and stable, printed in every report: `bubblewrap`, `docker`
/// @param safeguards what is in force
public record Isolation(String name, Set<Safeguard> safeguards) {
    public Isolation {
        safeguards = Collections.unmodifiableSortedSet(new TreeSet<>(safeguards)); // in the enum's order
    }
}
