package touchstone.judge.batch.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import touchstone.judge.batch.intake.Finding.Reason;
import touchstone.judge.upload.Upload;

/// Puts together what one applicant handed in.
final class Portfolio {
    private static final Set<String> BUILD_OUTPUT = Set.of("target", "build", "out", "bin", "classes",
            "node_modules");
    /// Names that say nothing about the exercise, so they are no slip of the keyboard either.
    private static final Set<String> ORDINARY = Set.of("solution", "main", "src", "java");

    private final String id;
    private final String name;
    private final Wanted wanted;
    private final Optional<String> assignment;
    /// By exercise, and there by the file or folder that is named after it.
    private final Map<String, Map<String, List<Piece>>> code = new TreeMap<>();
    private final List<Piece> answers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /// @param assignment the exercise that the whole folder is about, if its name tells
    Portfolio(String id, String name, Wanted wanted, Optional<String> assignment) {
        this.id = id;
        this.name = name;
        this.wanted = wanted;
        this.assignment = wanted.only().or(() -> assignment);
    }

    void add(Piece piece) {
        var reason = unused(piece);
        if (piece.leftOut().isPresent()) {
            findings.add(piece.leftOut().get());
        } else if (reason.isPresent()) {
            findings.add(piece.finding(reason.get()));
        } else if (piece.answers()) {
            answers.add(piece);
        } else {
            code(piece);
        }
    }

    /// A file of which somebody said what it is.
    void add(Piece piece, String exercise) {
        code.computeIfAbsent(exercise, _ -> new TreeMap<>())
                .computeIfAbsent("", _ -> new ArrayList<>())
                .add(piece);
    }

    void note(Finding finding) {
        findings.add(finding);
    }

    private Optional<Reason> unused(Piece piece) {
        var folders = piece.folders().stream().map(folder -> folder.toLowerCase(Locale.ROOT)).toList();
        if (folders.stream().anyMatch(BUILD_OUTPUT::contains)) {
            return Optional.of(Reason.BUILD_OUTPUT);
        }
        if (piece.answers()) {
            return wanted.interview() ? Optional.empty() : Optional.of(Reason.NO_INTERVIEW);
        }
        if (!piece.java()) {
            return Optional.of(Reason.OTHER_FILE);
        }
        int src = folders.indexOf("src");
        if (src >= 0 && src + 1 < folders.size() && folders.get(src + 1).equals("test")) {
            return Optional.of(Reason.TEST_SOURCE);
        }
        return !folders.isEmpty() && folders.getLast().equals("exercise") ? Optional.of(Reason.CONTRACT)
                : Optional.empty();
    }

    private void code(Piece piece) {
        var found = place(piece);
        if (found.isEmpty()) {
            findings.add(unknown(piece));
        } else if (!wanted.asks(found.get().exercise)) {
            findings.add(piece.finding(Reason.NOT_ASKED, found.get().exercise));
        } else {
            code.computeIfAbsent(found.get().exercise, _ -> new TreeMap<>())
                    .computeIfAbsent(found.get().root, _ -> new ArrayList<>())
                    .add(piece);
        }
    }

    /// @param root the file or folder that is named after the exercise; empty for the whole folder
    private record Place(String exercise, String root) {}

    private Optional<Place> place(Piece piece) {
        if (wanted.only().isPresent()) {
            return wanted.only().map(exercise -> new Place(exercise, ""));
        }
        var folders = piece.folders();
        for (int i = 0; i < folders.size(); i++) {
            var named = wanted.named(folders.get(i));
            if (named.isPresent()) {
                return Optional.of(new Place(named.get(), String.join("/", folders.subList(0, i + 1))));
            }
        }
        return wanted.named(piece.stem())
                .map(exercise -> new Place(exercise, String.join("/", piece.parts())))
                .or(() -> assignment.map(exercise -> new Place(exercise, "")));
    }

    private Finding unknown(Piece piece) {
        var names = new ArrayList<>(piece.folders());
        names.addFirst(piece.stem());
        var telling = names.stream().filter(one -> !ORDINARY.contains(one.toLowerCase(Locale.ROOT))).toList();
        for (var one : telling) {
            var near = wanted.near(one);
            if (near.isPresent()) {
                return piece.finding(Reason.UNKNOWN_EXERCISE_NEAR, one, near.get());
            }
        }
        return telling.isEmpty() ? piece.finding(Reason.NO_EXERCISE)
                : piece.finding(Reason.UNKNOWN_EXERCISE, telling.getFirst());
    }

    Applicant applicant() {
        var files = new LinkedHashMap<String, List<Upload.File>>();
        code.forEach((exercise, roots) -> {
            var pieces = roots.values().stream().flatMap(List::stream).toList();
            var names = new HashSet<String>();
            boolean clash = !pieces.stream().allMatch(piece -> names.add(piece.name()));
            if (roots.size() > 1 || clash) {
                findings.add(pieces.getLast().finding(Reason.TWICE, exercise, pieces.getFirst().path()));
            } else {
                files.put(exercise, pieces.stream().flatMap(piece -> named(piece).stream()).toList());
            }
        });
        if (answers.size() > 1) {
            findings.add(answers.getLast().finding(Reason.ANSWERS_TWICE, answers.getFirst().path()));
        }
        return new Applicant(id, name, files,
                answers.size() == 1 ? answers.getFirst().file() : Optional.empty(), findings);
    }

    /// Under the last part of its path alone, which is what the compiler will call it.
    private static Optional<Upload.File> named(Piece piece) {
        return piece.file().map(file -> new Upload.File(piece.name(), file.content()));
    }
}
