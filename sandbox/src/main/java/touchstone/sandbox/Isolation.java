package touchstone.sandbox;

import java.util.List;

/// The isolation that a sandbox provides on this machine.
///
/// @param name short and stable, printed in every report: `bubblewrap`, `docker`
/// @param facts what is in force, one sentence each, for people
public record Isolation(String name, List<String> facts) {
    public Isolation {
        facts = List.copyOf(facts);
    }
}
