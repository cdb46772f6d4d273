package touchstone.judge.formula;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ExpressionEvaluator;

/// The one place where Janino is called. Loaded into workers as well, where every further class costs time: no
/// lambdas, no concatenated strings, nothing of ours but the contract.
public final class JaninoCalculation implements Calculation {
    private static final double LN_2 = Math.log(2);

    @Override
    public double[] values(String java, int variables, double[][] points) {
        try {
            ExpressionEvaluator evaluator = evaluator(java, variables);
            var values = new double[points.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (Double) Objects.requireNonNull(evaluator.evaluate(boxed(points[i])));
            }
            return values;
        } catch (CompileException | InvocationTargetException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ExpressionEvaluator evaluator(String java, int variables) throws CompileException {
        var names = new String[variables];
        for (int i = 0; i < variables; i++) {
            names[i] = "v".concat(Integer.toString(i));
        }
        var types = new Class<?>[variables];
        Arrays.fill(types, double.class);
        var evaluator = new ExpressionEvaluator();
        evaluator.setParentClassLoader(JaninoCalculation.class.getClassLoader());
        evaluator.setExpressionType(double.class);
        evaluator.setParameters(names, types);
        evaluator.cook(java);
        return evaluator;
    }

    private static Object[] boxed(double[] point) {
        var boxed = new Object[point.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = point[i];
        }
        return boxed;
    }

    /// Called by expressions. Exact at powers of two: `log(x) / log(2)` gives 29.000000000000004 for the 29th,
    /// and its ceiling would be 30.
    public static double log2(double x) {
        int exponent = Math.getExponent(x);
        return exponent <= Double.MAX_EXPONENT && x == Math.scalb(1.0, exponent) ? exponent
                : Math.log(x) / LN_2;
    }
}
