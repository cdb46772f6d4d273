package touchstone.web.demo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.web.store.Candidate.EndedBy;

/// What is told, as it was read. Times say how long ago something was.
///
/// @param texts answers in words by id
record Story(Map<String, Words> texts, List<Talk> interviews) {
    Story {
        texts = Map.copyOf(texts);
        interviews = List.copyOf(interviews);
    }

    /// An answer in words, and what its reviewer makes of it.
    ///
    /// @param ticked numbers of the key points that it makes
    record Words(String text, List<Integer> ticked, String comment) {
        Words {
            ticked = List.copyOf(ticked);
        }
    }

    /// An interview.
    record Talk(
            String title,
            String blueprint,
            Duration created,
            Optional<Duration> closed,
            boolean candidateReport,
            List<Person> candidates) {
        Talk {
            candidates = List.copyOf(candidates);
        }
    }

    /// A candidate.
    ///
    /// @param opens which of the links that are shown at the start, if any
    /// @param started absent: not yet
    /// @param lasted absent: still at work
    /// @param handedIn for each item what was handed in, in order
    /// @param typed for each item what was typed and not handed in
    /// @param reviewed whether answers in words were reviewed
    record Person(
            String name,
            Optional<Link> opens,
            int extraMinutes,
            boolean revoked,
            boolean consented,
            Optional<Duration> started,
            Optional<Duration> lasted,
            EndedBy endedBy,
            Map<String, List<String>> handedIn,
            Map<String, String> typed,
            boolean reviewed,
            Remarks remarks) {
        Person {
            handedIn = Collections.unmodifiableMap(new LinkedHashMap<>(handedIn));
            typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        }
    }

    /// What the team says of a candidate.
    record Remarks(List<Again> again, List<Decision> decisions, List<Remark> notes) {
        Remarks {
            again = List.copyOf(again);
            decisions = List.copyOf(decisions);
            notes = List.copyOf(notes);
        }
    }

    /// A second review, by somebody else.
    record Again(String item, List<Integer> ticked, String comment) {
        Again {
            ticked = List.copyOf(ticked);
        }
    }

    record Decision(String item, String fraction, String reason) {}

    record Remark(Optional<String> item, String text) {}

    /// Which links are shown at the start.
    enum Link {
        INVITED, RUNNING
    }
}
