import { defaultKeymap, historyKeymap, indentLess, indentMore, toggleTabFocusMode } from "@codemirror/commands";
import { closeBracketsKeymap } from "@codemirror/autocomplete";
import { getIndentUnit } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import { countColumn, EditorSelection, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

// Until another key is pressed or the editor is left; CodeMirror's own two seconds are too short for some hands.
const TAB_LEAVES_MS = 600_000;

/** Lines when something is selected, else spaces up to the next stop. */
function indent(view) {
    const { state } = view;
    if (state.selection.ranges.some(range => !range.empty)) {
        return indentMore(view);
    }
    const unit = getIndentUnit(state);
    view.dispatch(state.update(state.changeByRange(({ from }) => {
        const line = state.doc.lineAt(from);
        const column = countColumn(line.text.slice(0, from - line.from), state.tabSize);
        const insert = " ".repeat(unit - column % unit);
        return { changes: { from, insert }, range: EditorSelection.cursor(from + insert.length) };
    }), { scrollIntoView: true, userEvent: "input" }));
    return true;
}

function letTabLeave(view) {
    view.setTabFocusMode(TAB_LEAVES_MS);
    view.dispatch({ effects: EditorView.announce.of(view.state.phrase("Tab leaves")) });
    return false;
}

/** Whatever else Escape does, as to give up a selection, Tab leaves after it: nobody should have to press it twice. */
const escaping = [
    Prec.highest(keymap.of([{ key: "Escape", run: letTabLeave }])),
    // or CodeMirror would take Escape for its own two seconds
    Prec.lowest(keymap.of([{ key: "Escape", run: () => true }])),
];

/** Kept from bubbling: the page has the same keys for everything outside the editor. */
function command(key, callback) {
    const run = () => {
        callback();
        return true;
    };
    return callback ? [{ key, run, preventDefault: true, stopPropagation: true }] : [];
}

export function keys(onRun, onSubmit) {
    return [
        Prec.highest(keymap.of([...command("Mod-Enter", onRun), ...command("Mod-Shift-Enter", onSubmit)])),
        keymap.of([
            ...closeBracketsKeymap,
            ...defaultKeymap.filter(binding => binding.run !== toggleTabFocusMode),
            ...searchKeymap,
            ...historyKeymap,
            { key: "Tab", run: indent, shift: indentLess },
        ]),
        escaping,
        EditorView.domEventHandlers({ blur: (_event, view) => void view.setTabFocusMode(false) }),
    ];
}
