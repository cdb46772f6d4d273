package touchstone.judge.batch.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchstone.judge.batch.BatchFolder;
import touchstone.judge.sheet.Csv;
import touchstone.judge.sheet.Spreadsheet;
import touchstone.judge.statistics.ItemAnalysis;

/// All reports of a batch, as files beside its results. Each is whole or as it was before.
public final class BatchReports {
    public static final String PAGE = "report.html";
    private static final String JSON = "report.json";
    private static final String CSV = "report.csv";
    private static final String XLSX = "report.xlsx";
    private static final String XML = "junit.xml";

    private BatchReports() {}

    /// What of a batch is written as text.
    private interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /// Writes them.
    ///
    /// @param comparison with a former grading, if there is one
    /// @throws touchstone.judge.batch.BatchException when the folder cannot be written
    public static void write(
            BatchFolder folder,
            Ranking ranking,
            Optional<Comparison> comparison,
            BatchWords words,
            Instant now) {
        var analyses = ItemAnalysis.of(ranking.manifest().items(),
                ranking.graded().stream().map(Graded::fractions).toList());
        var sheets = new Sheets(ranking, analyses, words);
        folder.replace(CSV, out -> out.write(Csv.bytes(sheets.applicants())));
        folder.replace(XLSX, out -> out.write(
                Spreadsheet.bytes(List.of(sheets.applicants(), sheets.itemsSheet(), sheets.findings()))));
        folder.replace(JSON, text(out -> new BatchJson(ranking, analyses, comparison).write(out, now)));
        folder.replace(XML, text(new BatchXml(ranking, words)::write));
        folder.replace(PAGE, text(new BatchPage(ranking, analyses, comparison, words, now)::write));
    }

    private static BatchFolder.Content text(Text text) {
        return (OutputStream out) -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        };
    }
}
