package touchstone.sandbox.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;

/// Refuses sources that place classes anywhere but in the unnamed package. A class in the
/// contract's package could take the contract's place.
final class Packages implements TaskListener {
    private final Trees trees;
    private final Messages messages;

    private Packages(Trees trees, Messages messages) {
        this.trees = trees;
        this.messages = messages;
    }

    static void watch(JavacTask task, Messages messages) {
        task.addTaskListener(new Packages(Trees.instance(task), messages));
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.PARSE) {
            return;
        }
        CompilationUnitTree unit = event.getCompilationUnit();
        if (unit.getPackage() != null) {
            refuse(unit, unit.getPackage(), "touchstone.source.package",
                    "put class Solution into the unnamed package: remove the package declaration");
        }
        if (unit.getModule() != null) {
            refuse(unit, unit.getModule(), "touchstone.source.module",
                    "a submission cannot declare a module");
        }
    }

    private void refuse(CompilationUnitTree unit, Tree tree, String code, String text) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        long end = trees.getSourcePositions().getEndPosition(unit, tree);
        var lines = unit.getLineMap();
        var place = Message.Place.of(lines.getLineNumber(start), lines.getColumnNumber(start), start, end);
        messages.error(unit.getSourceFile().getName(), place, code, text);
    }
}
