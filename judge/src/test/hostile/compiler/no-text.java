// expect: COMPILE_ERROR | REFUSED
// attack: an unclosed comment
/* and so on
