package touchstone.judge.batch.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import touchstone.judge.batch.intake.Finding;
import touchstone.judge.report.JUnitXml;

/// A batch in the XML that build servers read from JUnit: a suite for each applicant.
record BatchXml(Ranking ranking, BatchWords words) {
    void write(Writer out) throws IOException {
        out.write(JUnitXml.HEAD);
        out.write("<testsuites name=\"touchstone-batch\">\n");
        for (var place : ranking.places()) {
            var entrant = place.entrant();
            var judgings = ranking.manifest()
                    .items()
                    .stream()
                    .flatMap(item -> Optional.ofNullable(entrant.keys().get(item.id()))
                            .flatMap(ranking.batch()::judging)
                            .stream())
                    .toList();
            var problems = entrant.findings().stream().filter(Finding::grave).map(words::finding).toList();
            var suite = new StringBuilder();
            JUnitXml.suite(suite, entrant.id(), judgings, problems);
            out.append(suite);
        }
        out.write("</testsuites>\n");
    }
}
