// On every page of a candidate.
import { clock } from "./candidate/clock.js";

const timer = document.getElementById("timer");
if (timer) clock(timer);

// The formulas are on later pages. Their font is fetched beforehand, where the machine has none, because a page that
// has to wait for it does without: nothing moves under who has begun to read.
void document.fonts.load("1em 'Touchstone Math'").catch(() => {});
