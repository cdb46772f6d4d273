package touchstone.judge.certify;

import java.util.ArrayList;
import java.util.List;
import touchstone.judge.answer.Marker;
import touchstone.judge.certify.Claim.Kind;
import touchstone.judge.formula.Evaluator;
import touchstone.judge.question.Question;
import touchstone.judge.question.QuestionBank;

/// Proves the bank of questions: that it covers what it must, and that its keys are right, give full marks to
/// themselves, refuse what they should and are not told by the prompts.
public final class QuestionCertifier {
    private final Evaluator evaluator;
    private final Marker marker;

    /// Certifies with this evaluator of authors' formulas.
    public QuestionCertifier(Evaluator evaluator) {
        this.evaluator = evaluator;
        marker = new Marker(evaluator, evaluator);
    }

    /// Everything that was to be proven; what does not hold says why.
    ///
    /// @param seed of the random points at which formulas are compared
    public List<Claim> certify(QuestionBank bank, long seed) {
        var claims = new ArrayList<>(reading(bank));
        claims.addAll(CoverageProof.of(bank));
        for (var question : bank.questions()) {
            claims.addAll(claims(bank, question, seed));
        }
        return claims;
    }

    private List<Claim> claims(QuestionBank bank, Question question, long seed) {
        var source = bank.source(question);
        var claims = new ArrayList<>(new KeyProof(question, source, evaluator, seed).claims());
        // nothing can be compared with a formula that has no values
        if (claims.stream().allMatch(Claim::holds)) {
            claims.addAll(new MarkProof(question, source, marker, seed).claims());
        }
        claims.addAll(PromptProof.of(question, source));
        return claims;
    }

    private static List<Claim> reading(QuestionBank bank) {
        var claims = new ArrayList<Claim>();
        bank.problems()
                .forEach(problem -> claims
                        .add(new Claim(Kind.READING, problem.file(), problem.line(), problem.message())));
        bank.questions()
                .forEach(question -> claims
                        .add(new Claim(Kind.READING, question.file(), question.line(), "")));
        return claims;
    }
}
