// The code editor of the workspace. It asks the page for nothing but the tokens of tokens.css.
import { closeBrackets } from "@codemirror/autocomplete";
import { history, isolateHistory } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, search } from "@codemirror/search";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import {
    crosshairCursor, drawSelection, dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter,
    highlightSpecialChars, keymap, lineNumbers, rectangularSelection, showPanel,
} from "@codemirror/view";
import { java } from "./editor/java.js";
import { keys } from "./editor/keys.js";
import { offsetAt, problemKeys, problems, show } from "./editor/problems.js";
import { theme } from "./editor/theme.js";
import { wordsIn } from "./editor/words.js";

const setByPage = Annotation.define();
let hints = 0;

/** A full-width space, which a Chinese keyboard types easily, looks like indentation to people and not to javac. */
const invisible = highlightSpecialChars({
    addSpecialChars: /[\u00a0\u3000]/,
    render(code, _description, placeholder) {
        const span = document.createElement("span");
        span.className = "cm-specialChar";
        span.textContent = code === 0x3000 ? "□" : placeholder;
        span.title = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
        return span;
    },
});

/** The line below the text: how to get out, and where one is. */
function status(id) {
    return showPanel.of(view => {
        const dom = document.createElement("div");
        const hint = dom.appendChild(document.createElement("span"));
        const place = dom.appendChild(document.createElement("span"));
        const tell = ({ doc, selection }) => {
            const line = doc.lineAt(selection.main.head);
            place.textContent = view.state.phrase("line $1, column $2", line.number, selection.main.head - line.from + 1);
        };
        dom.className = "cm-status";
        hint.id = id;
        hint.textContent = view.state.phrase("leave");
        tell(view.state);
        return { dom, update: update => void ((update.docChanged || update.selectionSet) && tell(update.state)) };
    });
}

/** Calls back after people's changes, and not in the middle of a Chinese word: what is typed there is not yet text. */
function changes(onChange) {
    let waiting = false;
    const tell = view => {
        if (waiting && !view.composing) {
            waiting = false;
            onChange?.();
        }
    };
    return [
        EditorView.updateListener.of(update => {
            waiting ||= update.transactions.some(it => it.docChanged && !it.annotation(setByPage));
            tell(update.view);
        }),
        // CodeMirror takes the last piece of the word after this event.
        EditorView.domEventObservers({ compositionend: (_event, view) => void setTimeout(() => tell(view)) }),
    ];
}

/** The mark of the line at the cursor would cover that of the selection. */
const selecting = EditorView.editorAttributes.compute(["selection"], ({ selection }) =>
    selection.main.empty ? {} : { class: "cm-selecting" });

/** Only what differs is replaced, so that the cursor stays and one undo brings the old text back. */
function difference(before, after) {
    let from = 0;
    let kept = 0;
    const most = Math.min(before.length, after.length);
    while (from < most && before[from] === after[from]) {
        from++;
    }
    while (kept < most - from && before[before.length - 1 - kept] === after[after.length - 1 - kept]) {
        kept++;
    }
    return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) };
}

function extensions({ nonce, label, language, onChange, onRun, onSubmit, onProblem }, readOnly) {
    const hint = `editor-hint-${++hints}`;
    return [
        EditorView.cspNonce.of(nonce),
        EditorState.phrases.of(wordsIn(language)),
        EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": hint, spellcheck: "false", tabindex: "0" }),
        problems, lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), invisible, history(),
        drawSelection(), dropCursor(), EditorState.allowMultipleSelections.of(true), rectangularSelection(), crosshairCursor(),
        indentUnit.of("    "), EditorState.tabSize.of(4), indentOnInput(), bracketMatching(), closeBrackets(),
        search({ top: true }), highlightSelectionMatches({ minSelectionLength: 2, wholeWords: true }), java, theme, selecting, status(hint),
        keymap.of(problemKeys(onProblem)), keys(onRun, onSubmit), changes(onChange), readOnly,
    ];
}

/**
 * An editor for Java at the end of `parent`. `nonce` is that of the page's style-src, `language` "zh" or "en", `label`
 * its name for screen readers. `onChange()` follows people's changes, never `setText`; `onRun()` and `onSubmit()`
 * Ctrl+Enter and Ctrl+Shift+Enter; `onProblem(diagnostic)` F8 and Shift+F8, with the object that was given to
 * `setDiagnostics`.
 */
export function createEditor({ parent, doc = "", language = document.documentElement.lang, ...options }) {
    const readOnly = new Compartment();
    const view = new EditorView({
        parent, doc, extensions: extensions({ language, ...options }, readOnly.of(EditorState.readOnly.of(false))),
    });
    return {
        view,
        text: () => view.state.sliceDoc(),
        setText(text) {
            const change = difference(view.state.sliceDoc(), text.replace(/\r\n?/g, "\n"));
            // a step of its own, however soon it follows another: one undo takes it back
            view.dispatch({ changes: change, annotations: [setByPage.of(true), isolateHistory.of("full")] });
        },
        setDiagnostics: list => show(view, list),
        goTo(line, column = 1) {
            const anchor = offsetAt(view.state.doc, line, column);
            view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
            view.focus();
        },
        setReadOnly: yes => view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(yes)) }),
        focus: () => view.focus(),
        destroy: () => view.destroy(),
    };
}
