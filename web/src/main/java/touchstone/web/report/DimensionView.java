package touchstone.web.report;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import touchstone.judge.interview.DimensionScore;
import touchstone.judge.interview.Evidence;
import touchstone.judge.interview.Fraction;
import touchstone.judge.plot.Caption;
import touchstone.judge.plot.Radar;
import touchstone.judge.plot.Series;
import touchstone.judge.report.InterviewWords;
import touchstone.web.grading.CandidateReport;

/// A dimension with all that its number rests on.
///
/// @param key in addresses
/// @param score of 100; empty if not assessed, which is not zero
/// @param counted items that the score rests on
/// @param open items that are to come
record DimensionView(
        String key,
        String title,
        String weight,
        String score,
        long counted,
        String minutes,
        long open,
        List<Row> shares) {
    /// What an item adds; texts are empty where there is no number.
    record Row(
            String id,
            int number,
            SafeString title,
            int minutes,
            String share,
            String fraction,
            String adds,
            String machine,
            String people,
            String grader,
            boolean open,
            Instant at,
            String version) {}

    static List<DimensionView> of(CandidateReport report, Voice voice) {
        return report.report().score().dimensions().stream().map(one -> of(one, report, voice)).toList();
    }

    private static DimensionView of(DimensionScore score, CandidateReport report, Voice voice) {
        return new DimensionView(score.dimension().key(), voice.interview().dimension(score.dimension()),
                voice.interview().percent(score.weight()),
                score.score().map(InterviewWords::hundredth).orElse(""), score.counted(),
                InterviewWords.minutes(score.minutes()), score.shares().size() - score.counted(),
                score.shares().stream().map(share -> row(score, share, report, voice)).toList());
    }

    private static Row row(
            DimensionScore score,
            DimensionScore.Share share,
            CandidateReport report,
            Voice voice) {
        Evidence evidence = share.evidence();
        var item = evidence.item();
        var words = voice.interview();
        int number = report.item(item.id()).map(details -> details.item().number()).orElse(0);
        return new Row(item.id(), number, voice.title(item), item.minutes(), words.percent(share.percent()),
                share.fraction().map(words::percent).orElse(""),
                share.contribution().map(words::percent).orElse(""),
                evidence.byMachine(score.dimension()).map(words::percent).orElse(""),
                evidence.byPeople().map(words::percent).orElse(""), voice.grader(evidence), evidence.open(),
                Voice.gradedAt(evidence), InterviewWords.version(item.version()));
    }

    /// The scores as a picture; the table beside it says the same.
    static SafeString radar(CandidateReport report, Voice voice, String name) {
        var dimensions = report.report().score().dimensions();
        var values = dimensions.stream()
                .map(one -> one.score().map(DimensionView::value).orElseGet(OptionalDouble::empty))
                .toList();
        var caption = new Caption(voice.interview().say("dimensions"), voice.say("radar.description"));
        return new SafeString(Radar.svg(caption,
                dimensions.stream().map(one -> voice.interview().dimension(one.dimension())).toList(),
                List.of(new Series(name, values)), voice.interview().say("notAssessed")));
    }

    private static OptionalDouble value(Fraction score) {
        return OptionalDouble.of(score.value());
    }
}
