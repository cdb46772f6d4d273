package touchstone.web.markup;

import java.util.StringJoiner;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/// Lines from `$$` to `$$`. A block of its own, because a line of a formula may begin with what begins a list or a
/// heading elsewhere. An empty line ends it too, unclosed, so that one forgotten `$$` costs no more than a paragraph.
final class FormulaBlock extends CustomBlock {
    static final BlockParserFactory FACTORY = (state, _) -> start(state);
    private static final String FENCE = "$$";
    private static final int INDENT_OF_CODE = 4;

    private String content = "";
    private boolean closed;

    /// Without its dollar signs, if both pairs are there.
    String tex() {
        return content;
    }

    boolean isClosed() {
        return closed;
    }

    /// As it was written.
    String source() {
        return FENCE + content + (closed ? FENCE : "");
    }

    private static BlockStart start(ParserState state) {
        var line = state.getLine().getContent().toString();
        int from = state.getNextNonSpaceIndex();
        if (state.getIndent() >= INDENT_OF_CODE || !line.startsWith(FENCE, from)) {
            return BlockStart.none();
        }
        var rest = line.substring(from + FENCE.length()).strip();
        int end = rest.indexOf(FENCE);
        boolean inText = end >= 0 && (end < rest.length() - FENCE.length() || end == 0);
        return inText ? BlockStart.none() : BlockStart.of(new Lines()).atIndex(from + FENCE.length());
    }

    private static final class Lines extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private final StringJoiner lines = new StringJoiner("\n");

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed || state.isBlank() ? BlockContinue.none()
                    : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            var text = line.getContent().toString().stripTrailing();
            block.closed = text.endsWith(FENCE);
            lines.add(block.closed ? text.substring(0, text.length() - FENCE.length()) : text);
        }

        @Override
        public void closeBlock() {
            block.content = lines.toString();
        }
    }
}
