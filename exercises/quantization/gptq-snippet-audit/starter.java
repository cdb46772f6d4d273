import exercise.GptqSnippetAudit;

/// Keep the name of the class and its public constructor without parameters.
public class Solution implements GptqSnippetAudit {
    @Override
    public Seed seedQuantize(double[][] w, int group) {
        // As the snippet has it, its mistakes included; but no NaN.
        throw new UnsupportedOperationException("not written yet");
    }

    @Override
    public Audit audit(double[][] w, int group) {
        // What did the clip change? What would a grid from lo to hi have lost?
        throw new UnsupportedOperationException("not written yet");
    }
}
