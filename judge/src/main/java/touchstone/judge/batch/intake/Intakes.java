package touchstone.judge.batch.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import touchstone.judge.batch.intake.Finding.Reason;
import touchstone.judge.upload.Upload;
import touchstone.judge.upload.Uploads;

/// Finds applicants in uploads. Whatever is wrong with one of them becomes a [Finding] and never stops the others.
public final class Intakes {
    private static final int WRAPPINGS_MAX = 3;
    private static final Set<String> BUILD_FILES = Set.of("pom.xml", "build.gradle", "build.gradle.kts");
    /// What tells a repository from a folder of answers.
    private static final Set<String> OF_REPOSITORIES = Set.of("src", "pom.xml", "build.gradle",
            "build.gradle.kts", "readme.md", "gradlew", "mvnw");

    private final Wanted wanted;
    private final List<Piece> loose = new ArrayList<>();
    private final Map<String, Portfolio> portfolios = new LinkedHashMap<>();
    private final List<Finding> others = new ArrayList<>();
    private List<Piece> pieces;

    private Intakes(List<Piece> pieces, Wanted wanted) {
        this.pieces = pieces;
        this.wanted = wanted;
    }

    /// Reads a folder, an archive, or a table of files.
    ///
    /// @throws touchstone.judge.upload.UploadException when the upload cannot be used as a whole
    /// @throws TableException when the table cannot
    public static Intake read(Path path, Wanted wanted) {
        return Files.isRegularFile(path) && TableIntake.isTable(path) ? TableIntake.read(path, wanted)
                : of(Uploads.read(path), wanted);
    }

    public static Intake of(Upload upload, Wanted wanted) {
        return new Intakes(Stream
                .concat(upload.files().stream().map(Piece::of), upload.leftOut().stream().map(Piece::of))
                .collect(Collectors.toCollection(ArrayList::new)), wanted).intake();
    }

    private Intake intake() {
        for (int i = 0; i < WRAPPINGS_MAX && wrapped(); i++) {
            takeLoose();
            pieces = pieces.stream().map(Piece::below).toList();
        }
        takeLoose();
        var layout = layout();
        switch (layout) {
            case MOODLE -> moodle();
            case CLASSROOM -> folders(prefix());
            case FILES -> files();
            case FOLDERS, TABLE -> folders("");
        }
        loose.forEach(piece -> others.add(piece.leftOut().orElseGet(() -> piece.finding(Reason.LOOSE))));
        return new Intake(layout, portfolios.values().stream().map(Portfolio::applicant).toList(), others);
    }

    private void takeLoose() {
        pieces.stream().filter(Piece::loose).forEach(loose::add);
        pieces = pieces.stream().filter(piece -> !piece.loose()).toList();
    }

    /// Folders whose names can be believed.
    private Set<String> tops() {
        return pieces.stream()
                .filter(piece -> piece.file().isPresent() || named(piece))
                .filter(piece -> !piece.loose())
                .map(Piece::top)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether what was left out still has a name that could be a file's.
    private static boolean named(Piece piece) {
        var reason = piece.leftOut().map(finding -> finding.details().getFirst()).orElse("");
        return !reason.equals(Upload.Reason.UNSAFE_NAME.name())
                && !reason.equals(Upload.Reason.UNREADABLE_NAME.name());
    }

    /// A single folder around everything, which is nobody's own.
    private boolean wrapped() {
        var tops = tops();
        return tops.size() == 1
                && pieces.stream().filter(Piece::loose).noneMatch(piece -> piece.java() || piece.answers())
                && MoodleName.of(tops.iterator().next()).isEmpty()
                && pieces.stream()
                        .filter(piece -> !piece.loose())
                        .map(Piece::below)
                        .noneMatch(this::ofPerson);
    }

    /// Whether it lies where only one person's things lie.
    private boolean ofPerson(Piece piece) {
        if (piece.loose()) {
            return piece.java() || piece.answers() || BUILD_FILES.contains(piece.name());
        }
        return wanted.named(piece.top()).isPresent() || piece.top().equals("src");
    }

    private Layout layout() {
        var names = Stream.concat(tops().stream(), loose.stream().map(Piece::name)).toList();
        long moodle = names.stream().filter(name -> MoodleName.of(name).isPresent()).count();
        if (moodle > 0 && 2 * moodle >= names.size()) {
            return Layout.MOODLE;
        }
        if (wanted.only().isPresent() && tops().isEmpty() && loose.stream().anyMatch(Piece::java)) {
            return Layout.FILES;
        }
        return prefix().isEmpty() ? Layout.FOLDERS : Layout.CLASSROOM;
    }

    /// `magnitude-prune-` of repositories named after assignment and user; empty where these are none.
    private String prefix() {
        var tops = List.copyOf(tops());
        if (tops.isEmpty()) {
            return "";
        }
        var first = tops.getFirst();
        int common = tops.stream().mapToInt(top -> commonLength(first, top)).min().orElse(0);
        var ofExercise = wanted.known()
                .stream()
                .filter(id -> tops.stream()
                        .allMatch(top -> top.length() > id.length() + 1 && top.startsWith(id + "-")))
                .max(Comparator.comparingInt(String::length));
        if (ofExercise.isPresent()) {
            return ofExercise.get() + "-";
        }
        int dash = first.lastIndexOf('-', Math.max(0, common - 1));
        boolean whole = tops.stream().allMatch(top -> top.length() > dash + 1);
        return tops.size() > 1 && dash > 0 && whole && repositories() ? first.substring(0, dash + 1) : "";
    }

    private static int commonLength(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private boolean repositories() {
        return pieces.stream()
                .map(Piece::below)
                .anyMatch(piece -> OF_REPOSITORIES.contains(piece.top().toLowerCase(Locale.ROOT)));
    }

    // --- applicants

    private void folders(String prefix) {
        var tops = tops();
        var assignment = prefix.isEmpty() ? Optional.<String>empty()
                : wanted.named(prefix.substring(0, prefix.length() - 1));
        for (var piece : pieces) {
            if (tops.contains(piece.top())) {
                portfolio(piece.top(), piece.top().substring(prefix.length()), assignment).add(piece.below());
            } else {
                piece.leftOut().ifPresent(others::add);
            }
        }
    }

    private void files() {
        for (var piece : List.copyOf(loose)) {
            if (piece.java()) {
                loose.remove(piece);
                portfolio(piece.stem(), piece.stem(), Optional.empty()).add(piece);
            }
        }
    }

    private void moodle() {
        for (var piece : Stream.concat(pieces.stream(), List.copyOf(loose).stream()).toList()) {
            var name = MoodleName.of(piece.top());
            if (name.isEmpty() || (piece.loose() && name.get().file().isEmpty())) {
                if (!piece.loose()) {
                    others.add(piece.leftOut().orElseGet(() -> piece.finding(Reason.LOOSE)));
                }
                continue;
            }
            loose.remove(piece);
            var portfolio = portfolio(name.get().participant(), name.get().name(), Optional.empty());
            var own = piece.loose() ? piece.named(name.get().file()) : piece.below();
            if (name.get().online()) {
                online(portfolio, own);
            } else {
                portfolio.add(own);
            }
        }
    }

    /// Code that was typed into a form.
    private void online(Portfolio portfolio, Piece page) {
        var text = page.file().map(file -> MoodleName.plain(file.content())).orElse("");
        if (text.isEmpty()) {
            page.leftOut().ifPresent(portfolio::note);
        } else if (wanted.only().isEmpty()) {
            portfolio.note(page.finding(Reason.NO_EXERCISE));
        } else {
            var file = new Upload.File("Solution.java", text.getBytes(StandardCharsets.UTF_8));
            portfolio.add(new Piece(page.path(), List.of("onlinetext", file.path()), Optional.of(file),
                    Optional.empty()));
        }
    }

    private Portfolio portfolio(String id, String name, Optional<String> assignment) {
        return portfolios.computeIfAbsent(id, _ -> new Portfolio(id, name, wanted, assignment));
    }
}
