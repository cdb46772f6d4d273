package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.question.Coverage.Bullet;
import touchstone.judge.question.QuestionBank;

/// That every bullet is covered by a question, and every question covers bullets that exist.
final class CoverageProof {
    private CoverageProof() {}

    static List<Claim> of(QuestionBank bank) {
        var coverage = bank.coverage();
        var claims = new ArrayList<Claim>();
        // one stray bracket in a chapter must not be told as dozens of uncovered bullets
        for (var bullet : bank.lacksChapters() ? List.<Bullet>of() : coverage.bullets()) {
            claims.add(new Claim(Kind.COVERAGE, bullet.file(), bullet.line(),
                    coverage.questions(bullet.id()).isEmpty()
                            ? "no question covers %s (%s; %s); write one, or add it to the 'covers' of one"
                                    .formatted(bullet.id(), bullet.text().zh(), bullet.text().en())
                            : ""));
        }
        for (var question : bank.questions()) {
            question.covers()
                    .stream()
                    .filter(id -> !coverage.has(id))
                    .forEach(id -> claims.add(Claim.of(Kind.COVERAGE, question, bank.source(question),
                            "covers", "'" + id + "' is no bullet of coverage.yaml")));
        }
        return claims;
    }
}
