// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: a main method without a class
void main() {
    System.exit(0);
}
