// Pages of one interview. All of them work without this: buttons send the form, links can be copied by hand.
import { settings } from "./interview/settings.js";
import { links } from "./interview/links.js";

settings(document);
links(document);
