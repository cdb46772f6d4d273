// Diagnostics as the judge tells them (lines and columns from 1, columns in UTF-16 units) and as CodeMirror shows them.
import { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";

/** The nearest place that exists: the text may have become shorter since it was sent. */
export function offsetAt(doc, line, column) {
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(at.from + Math.max(column, 1) - 1, at.to);
}

/** javac names where a problem begins; the squiggle takes the word there, or the character, or the one before. */
function endOf(doc, from) {
    const line = doc.lineAt(from);
    const word = /^[\p{L}\p{N}_$]+/u.exec(line.text.slice(from - line.from));
    return Math.min(from + (word ? word[0].length : 1), line.to);
}

function spanOf(doc, { line, column, endLine, endColumn }) {
    const from = offsetAt(doc, line, column);
    const to = endColumn ? offsetAt(doc, endLine ?? line, endColumn) : endOf(doc, from);
    if (to > from) {
        return { from, to };
    }
    return { from: Math.max(from - 1, doc.lineAt(from).from), to: from };
}

export function show(view, reported) {
    const diagnostics = reported
        .map(it => ({ ...spanOf(view.state.doc, it), severity: it.severity, message: it.message, reported: it }))
        .sort((a, b) => a.from - b.from);
    view.dispatch(setDiagnostics(view.state, diagnostics));
}

function selected(state) {
    const { from, to } = state.selection.main;
    let found;
    forEachDiagnostic(state, (diagnostic, start, end) => {
        if (start === from && end === to) {
            found ??= diagnostic;
        }
    });
    return found;
}

/** Goes to a problem, says it to who cannot see the tooltip, and tells the page which one it is. */
function going(step, onProblem) {
    return view => {
        step(view);
        const { state } = view;
        const problem = selected(state);
        if (problem) {
            const line = state.phrase("line $", state.doc.lineAt(problem.from).number);
            const said = `${line}. ${state.phrase(problem.severity)}. ${problem.message}`;
            view.dispatch({ effects: EditorView.announce.of(said) });
            onProblem?.(problem.reported);
        }
        return true;
    };
}

export function problemKeys(onProblem) {
    return [
        { key: "F8", run: going(nextDiagnostic, onProblem), shift: going(previousDiagnostic, onProblem), preventDefault: true },
    ];
}

export const problems = lintGutter();
