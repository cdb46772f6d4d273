// Measures every pair of colours that meet, in both themes, and prints the table of docs/design.md.
// Fails when a pair is below what WCAG 2.2 AA asks, or when the two dark blocks of tokens.css differ.
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("src/css/base/tokens.css", import.meta.url), "utf8");
const block = (start) => {
    const from = css.indexOf(start);
    if (from < 0) throw new Error(`tokens.css: no block ${start}`);
    const body = css.slice(from, css.indexOf("}", from));
    return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
};
const light = block(":root {");
const dark = { ...light, ...block(":root[data-theme=\"dark\"] {") };
const darkByMedia = { ...light, ...block(":root:not([data-theme=\"light\"]) {") };

const luminance = (hex) => [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ratio = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
};

const grounds = ["paper", "surface", "sunk", "hover"];
const pairs = [
    ...["ink", "ink-soft", "ink-faint", "gold"].flatMap((ink) => grounds.map((ground) => [ink, ground, 4.5])),
    ...["ink", "ink-soft", "gold"].map((ink) => [ink, "gold-soft", 4.5]),
    ...["ok", "bad", "warn", "note", "ours"].flatMap((hue) => [...grounds, `${hue}-soft`, "gold-soft"].map((ground) => [hue, ground, 4.5])),
    ...["ok", "bad", "warn", "note", "ours"].flatMap((hue) => [["ink", `${hue}-soft`, 4.5], ["ink-soft", `${hue}-soft`, 4.5]]),
    ...["code-kw", "code-type", "code-str", "code-num", "code-ann"].flatMap((hue) => ["surface", "sunk", "warn-soft", "gold-soft"].map((ground) => [hue, ground, 4.5])),
    ["ink-faint", "warn-soft", 4.5], ["ink-faint", "gold-soft", 4.5],
    ["paper", "ink", 4.5], ["paper", "ink-soft", 4.5], ["paper", "bad", 4.5],
    ...grounds.flatMap((ground) => [["edge", ground, 3], ["focus", ground, 3]]),
    ["streak", "stone", 3],
];

let failed = JSON.stringify(dark) !== JSON.stringify(darkByMedia);
if (failed) console.error("tokens.css: the two dark blocks differ");
console.log("| token | on | needs | light | dark |\n|---|---|---:|---:|---:|");
for (const [ink, ground, needs] of pairs) {
    const found = [light, dark].map((theme) => ratio(theme[ink], theme[ground]));
    if (found.some((r) => !(r >= needs))) {
        failed = true;
        console.error(`too low: ${ink} on ${ground}`);
    }
    console.log(`| ${ink} | ${ground} | ${needs} | ${found.map((r) => r.toFixed(1)).join(" | ")} |`);
}
process.exit(failed ? 1 : 0);
