package touchstone.judge.cli;

import tools.jackson.databind.node.ObjectNode;
import touchstone.judge.report.Style;
import touchstone.judge.text.Words;

/// What `verify` found about one kind of things.
interface Finding {
    boolean proven();

    String text(Words words, Style style);

    /// Adds its keys to the object that all findings share.
    void json(ObjectNode root);
}
