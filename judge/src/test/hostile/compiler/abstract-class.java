// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: an abstract class
import exercise.MagnitudePrune;

public abstract class Solution implements MagnitudePrune { }
