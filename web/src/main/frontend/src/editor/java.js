// Java as the editor reads it, coloured like the listings of reports.
import { javaLanguage } from "@codemirror/lang-java";
import { HighlightStyle, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { styleTags, tags } from "@lezer/highlight";

// The parser knows these but gives them no tag.
const tagged = javaLanguage.configure({
    props: [styleTags({
        "MarkerAnnotation! Annotation/Identifier": tags.annotation,
        "record permits": tags.definitionKeyword,
        "sealed non": tags.modifier,
    })],
});

const colours = HighlightStyle.define([
    { tag: [tags.keyword, tags.self, tags.null, tags.bool, tags.standard(tags.typeName)], color: "var(--code-kw)" },
    { tag: tags.typeName, color: "var(--code-type)" },
    { tag: [tags.string, tags.character], color: "var(--code-str)" },
    { tag: tags.number, color: "var(--code-num)" },
    { tag: tags.annotation, color: "var(--code-ann)" },
    { tag: tags.comment, color: "var(--ink-faint)" },
]);

export const java = [new LanguageSupport(tagged), syntaxHighlighting(colours)];
