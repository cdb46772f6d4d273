// On every page of a candidate.
import { clock } from "./candidate/clock.js";

const timer = document.getElementById("timer");
if (timer) clock(timer);
