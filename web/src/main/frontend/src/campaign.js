// The table of an interview's candidates. While figures may still change, they are asked for again and set where they
// stand: nothing is sorted anew, so focus, selection and the place on the page stay as they are.
import { refresh } from "./campaign/refresh.js";

const table = document.querySelector("table[data-refresh]");
if (table) refresh(table);
