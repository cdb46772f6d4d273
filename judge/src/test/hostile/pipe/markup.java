// expect: WRONG_ANSWER
// attack: prints markup for whoever shows the report in a browser
import exercise.MagnitudePrune;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        System.out.println("</pre><script>document.title='x'</script>]]></system-out><testcase name=\"forged\"/>");
        System.out.println("<!--#include file=\"x\" --> ${7*7} {{7*7}} <img src=x onerror=alert(1)> =HYPERLINK(\"x\")");
        return w;
    }
}
