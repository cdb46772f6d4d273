package touchstone.web.markup;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// A text, with the marks at its ends that stay on the line of the formula beside them: a browser would break the line
/// on either side of a formula, even before a full stop.
record Marked(String closing, String own, String opening) {
    private static final String CLOSING = "，。、；：！？）】》」』’”…,.;:!?)]%";
    private static final String OPENING = "（【《「『‘“([";
    private static final int MARKS_MAX = 3;

    static Marked of(Text text) {
        var literal = text.getLiteral();
        int from = 0;
        if (isFormula(text.getPrevious())) {
            while (from < Math.min(literal.length(), MARKS_MAX)
                    && CLOSING.indexOf(literal.charAt(from)) >= 0) {
                from++;
            }
        }
        int to = literal.length();
        if (isFormula(text.getNext())) {
            int least = Math.max(from, to - MARKS_MAX);
            while (to > least && OPENING.indexOf(literal.charAt(to - 1)) >= 0) {
                to--;
            }
        }
        return new Marked(literal.substring(0, from), literal.substring(from, to), literal.substring(to));
    }

    /// What stands before a formula and goes with it.
    static String before(FormulaInText formula) {
        return isFormula(formula) && formula.getPrevious() instanceof Text text ? of(text).opening : "";
    }

    /// What stands after a formula and goes with it.
    static String after(FormulaInText formula) {
        return isFormula(formula) && formula.getNext() instanceof Text text ? of(text).closing : "";
    }

    private static boolean isFormula(@Nullable Node node) {
        return node instanceof FormulaInText formula && !formula.display();
    }
}
