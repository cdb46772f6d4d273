// Every colour is a token of tokens.css, which knows light and dark: a change of theme needs nothing here. All that
// CodeMirror colours by itself for light or dark is therefore set again.
import { EditorView } from "@codemirror/view";

const tint = (token, percent) => `color-mix(in srgb, var(${token}) ${percent}%, transparent)`;
const wavy = token => ({ backgroundImage: "none", textDecoration: `underline wavy var(${token}) 1px`, textUnderlineOffset: "3px", textDecorationSkipInk: "none" });
// Shapes differ, not only colours.
const marker = (token, shape) => ({ content: "none", background: `var(${token})`, clipPath: shape, forcedColorAdjust: "none" });

const text = {
    "&": { height: "100%", minHeight: "inherit", color: "var(--ink)", backgroundColor: "var(--surface)", fontSize: "var(--text-s)" },
    "&.cm-focused": { outline: "none" },
    // An outline would lie behind the gutter and the panels.
    "&.cm-focused::after": { content: "''", position: "absolute", inset: "0", zIndex: "400", border: "2px solid var(--focus)", pointerEvents: "none" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", fontVariantLigatures: "none" },
    ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
    ".cm-line": { padding: "0 8px 0 6px" },
    ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--ink)", marginLeft: "-1px" },
    ".cm-selectionBackground": { background: tint("--note", 9) },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: tint("--note", 12) },
    ".cm-activeLine": { backgroundColor: tint("--ink", 4) },
    "&.cm-selecting .cm-activeLine": { backgroundColor: "transparent" },
    ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-faint)", border: "0 solid var(--rule)" },
    ".cm-gutters.cm-gutters-before": { borderRightWidth: "1px" },
    ".cm-lineNumbers .cm-gutterElement": { padding: "0 8px 0 4px", minWidth: "2.5em" },
    ".cm-activeLineGutter": { backgroundColor: tint("--ink", 6), color: "var(--ink)" },
    ".cm-specialChar": { color: "var(--bad)", backgroundColor: "var(--bad-soft)" },
    "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--edge)" },
    "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-soft)" },
    "@media (prefers-reduced-motion: reduce)": { "&.cm-focused > .cm-scroller > .cm-cursorLayer": { animation: "none" } },
};

const problems = {
    ".cm-lintRange-error": wavy("--bad"),
    ".cm-lintRange-warning": wavy("--warn"),
    ".cm-lintRange-info": wavy("--note"),
    ".cm-lintRange-active": { backgroundColor: "transparent" },
    ".cm-lintPoint:after": { borderBottomColor: "var(--bad)" },
    ".cm-lintPoint-warning:after": { borderBottomColor: "var(--warn)" },
    ".cm-lintPoint-info:after": { borderBottomColor: "var(--note)" },
    ".cm-gutter-lint": { width: "1.25em" },
    ".cm-gutter-lint .cm-gutterElement": { padding: ".45em .2em" },
    ".cm-lint-marker": { width: ".8em", height: ".8em" },
    ".cm-lint-marker-error": marker("--bad", "circle(50%)"),
    ".cm-lint-marker-warning": marker("--warn", "polygon(50% 0, 100% 100%, 0 100%)"),
    ".cm-lint-marker-info": marker("--note", "inset(12%)"),
    ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--edge)", borderRadius: "var(--radius)", boxShadow: "var(--shadow)", maxWidth: "min(40rem, 90vw)" },
    ".cm-tooltip-lint": { listStyle: "none" },
    ".cm-diagnostic": { padding: "6px 10px", margin: "0", fontFamily: "var(--mono)", overflowWrap: "anywhere" },
    ".cm-diagnostic-error": { borderLeft: "3px solid var(--bad)" },
    ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warn)" },
    ".cm-diagnostic-info": { borderLeft: "3px solid var(--note)" },
};

const field = { minHeight: "1.75rem", margin: "3px 8px 3px 0", padding: "0 8px", border: "1px solid var(--edge)", borderRadius: "var(--radius)", color: "var(--ink)", backgroundColor: "var(--surface)", backgroundImage: "none", font: "inherit" };

const panels = {
    ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--paper)", fontFamily: "var(--sans)", fontSize: "var(--text-s)" },
    ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--rule)" },
    ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--rule)" },
    ".cm-panel.cm-search, .cm-dialog": { padding: "6px 36px 6px 12px" },
    ".cm-panel.cm-search label, .cm-dialog label": { display: "inline-flex", alignItems: "center", gap: "4px", minHeight: "1.75rem", margin: "3px 8px 3px 0", verticalAlign: "middle", fontSize: "inherit" },
    ".cm-panel.cm-search .cm-textfield": { ...field, width: "min(16rem, 100%)" },
    ".cm-dialog .cm-textfield": { ...field, width: "8rem" },
    ".cm-panel.cm-search .cm-button, .cm-dialog .cm-button": { ...field, cursor: "pointer" },
    ".cm-button:hover": { backgroundColor: "var(--hover)" },
    ".cm-button:active": { backgroundColor: "var(--sunk)", backgroundImage: "none" },
    ".cm-panel.cm-search input[type=checkbox]": { margin: "0" },
    ".cm-panel.cm-search [name=close], .cm-dialog-close": { top: "8px", right: "8px", width: "1.75rem", height: "1.75rem", color: "var(--ink-soft)", fontSize: "1.1rem", cursor: "pointer" },
    ".cm-panels :focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
    ".cm-searchMatch": { backgroundColor: "var(--warn-soft)", outline: "1px solid transparent" },
    ".cm-searchMatch-selected": { backgroundColor: "var(--gold-soft)", outline: "1px solid var(--gold)" },
    ".cm-selectionMatch": { backgroundColor: tint("--ink", 5), outline: "1px solid var(--rule)" },
    ".cm-status": { display: "flex", flexWrap: "wrap", justifyContent: "space-between", gap: "0 16px", padding: "3px 12px", color: "var(--ink-soft)", fontSize: "var(--text-xs)", fontVariantNumeric: "tabular-nums" },
};

export const theme = EditorView.theme({ ...text, ...problems, ...panels });
