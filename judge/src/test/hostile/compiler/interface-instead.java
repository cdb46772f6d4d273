// expect: COMPILE_ERROR | RUN_TIME_ERROR
// attack: an interface instead of a class
import exercise.MagnitudePrune;

public interface Solution extends MagnitudePrune { }
