// expect: COMPILE_ERROR
// attack: nothing but comments
// nothing else
