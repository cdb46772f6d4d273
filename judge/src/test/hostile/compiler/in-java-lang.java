// expect: COMPILE_ERROR
// attack: declares itself in java.lang
package java.lang;

public class Solution {
    public static final Object SPY = new Object();
}
