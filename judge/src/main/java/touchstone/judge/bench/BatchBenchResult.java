package touchstone.judge.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import touchstone.judge.bench.BatchBench.Memory;

/// What `bench batch` measured.
///
/// @param ours judgings in which we failed
/// @param resumption from the command to knowing that nothing is left to do
/// @param left what a resumption would judge
/// @param half memory when half of the work was done
/// @param last memory when all of it was
/// @param pageBytes of the report
/// @param aloneBefore judgings a second without a batch, before it
/// @param aloneAfter and after it
public record BatchBenchResult(
        int applicants,
        int judgings,
        int ours,
        Duration judging,
        Duration reports,
        Duration resumption,
        int left,
        Memory half,
        Memory last,
        long pageBytes,
        double aloneBefore,
        double aloneAfter) {
    private static final int MEBI = 20;

    BatchBenchResult beside(double before, double after) {
        return new BatchBenchResult(applicants, judgings, ours, judging, reports, resumption, left, half,
                last, pageBytes, before, after);
    }

    double perSecond() {
        return judgings * 1e9 / judging.toNanos();
    }

    /// Of the judge alone in the same run, the mean of before and after.
    double ratio() {
        return perSecond() / ((aloneBefore + aloneAfter) / 2);
    }

    public String text() {
        return String.format(Locale.ROOT, """
            %d applicants, %d judgings in %.0f s (%d of them our fault)
               judgings a second, batch                     %.2f
               judgings a second, judge alone               %.2f before, %.2f after
               batch over judge alone                       %.0f %%
               live objects, at half and at the end         %d MiB, %d MiB (%+.1f %%)
               memory of this process, the same             %d MiB, %d MiB (%+.1f %%)
               all reports                                  %.1f s, the page %d KiB
               resumption when all is done                  %.1f s, %d left to judge
            """, applicants, judgings, Phase.millis(judging) / 1000, ours, perSecond(), aloneBefore,
                aloneAfter, 100 * ratio(), half.live() >> MEBI, last.live() >> MEBI,
                growth(half.live(), last.live()), half.resident() >> MEBI, last.resident() >> MEBI,
                growth(half.resident(), last.resident()), Phase.millis(reports) / 1000, pageBytes >> 10,
                Phase.millis(resumption) / 1000, left);
    }

    private static double growth(long before, long after) {
        return before == 0 ? 0 : 100.0 * (after - before) / before;
    }

    public String json() {
        var root = new LinkedHashMap<String, Object>();
        root.put("applicants", applicants);
        root.put("judgings", judgings);
        root.put("judgeErrors", ours);
        root.put("seconds", Phase.millis(judging) / 1000);
        root.put("perSecond", perSecond());
        root.put("alonePerSecondBefore", aloneBefore);
        root.put("alonePerSecondAfter", aloneAfter);
        root.put("ratio", ratio());
        root.put("liveBytesHalf", half.live());
        root.put("liveBytesLast", last.live());
        root.put("residentBytesHalf", half.resident());
        root.put("residentBytesLast", last.resident());
        root.put("reportSeconds", Phase.millis(reports) / 1000);
        root.put("pageBytes", pageBytes);
        root.put("resumptionSeconds", Phase.millis(resumption) / 1000);
        root.put("leftToJudge", left);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
