package touchstone.judge.report;

import java.util.List;
import java.util.stream.Stream;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.DimensionScore.Share;

/// For each dimension the items that its number rests on, with what each adds to it.
final class EvidenceText {
    private final InterviewWords words;
    private final Style style;

    EvidenceText(InterviewWords words, Style style) {
        this.words = words;
        this.style = style;
    }

    void append(StringBuilder out, List<DimensionScore> dimensions) {
        dimensions.stream()
                .filter(dimension -> !dimension.shares().isEmpty())
                .forEach(dimension -> append(out, dimension));
    }

    private void append(StringBuilder out, DimensionScore dimension) {
        var score = dimension.score().map(words::percent).orElseGet(() -> words.say("notAssessed"));
        out.append('\n')
                .append(style.bold(words.say("evidence", words.dimension(dimension.dimension()), score)))
                .append('\n');
        var table = new Table(List.of(false, true, true, true, true, true, true, false, false));
        table.row(Stream
                .of("item", "minutes", "share", "fraction", "adds", "machine", "people", "graded", "version")
                .map(key -> words.say("evidence." + key))
                .toArray(String[]::new));
        dimension.shares().forEach(share -> row(table, dimension, share));
        table.lines().forEach(line -> out.append(line).append('\n'));
    }

    private void row(Table table, DimensionScore dimension, Share share) {
        var evidence = share.evidence();
        var item = evidence.item();
        table.row(Printable.line(item.id()), Integer.toString(item.minutes()), words.percent(share.percent()),
                share.fraction().map(words::percent).orElse("–"),
                share.contribution().map(words::percent).orElse("–"),
                evidence.byMachine(dimension.dimension()).map(words::percent).orElse("–"),
                evidence.byPeople().map(words::percent).orElse("–"),
                evidence.open() ? words.standing(evidence) : words.graded(evidence),
                InterviewWords.version(Printable.line(item.version())));
    }
}
