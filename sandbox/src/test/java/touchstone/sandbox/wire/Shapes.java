package touchstone.sandbox.wire;

import java.util.random.RandomGenerator;

/// Random values of every type that travels.
final class Shapes {
    public record Inner(int[] a, double[][] b, String c, boolean d, long e) {}

    public record Outer(Inner[] inner, Inner one, double[][][] cube) {}

    static final Class<?>[] TYPES = {int.class, long.class, double.class, boolean.class, String.class,
            int[].class, long[].class, double[].class, boolean[].class, int[][].class, double[][].class,
            double[][][].class, String[].class, boolean[][].class, Inner.class, Outer.class, Inner[].class};

    private Shapes() {}

    static Object draw(Class<?> type, RandomGenerator random) {
        if (type.isArray()) {
            int length = random.nextInt(4);
            Object array = java.lang.reflect.Array.newInstance(type.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                boolean none = !type.getComponentType().isPrimitive() && random.nextInt(8) == 0;
                java.lang.reflect.Array.set(array, i, none ? null : draw(type.getComponentType(), random));
            }
            return array;
        }
        if (type == Inner.class) {
            return new Inner((int[]) draw(int[].class, random), (double[][]) draw(double[][].class, random),
                    (String) draw(String.class, random), random.nextBoolean(), random.nextLong());
        }
        if (type == Outer.class) {
            return new Outer((Inner[]) draw(Inner[].class, random), (Inner) draw(Inner.class, random),
                    (double[][][]) draw(double[][][].class, random));
        }
        return cell(type, random);
    }

    private static Object cell(Class<?> type, RandomGenerator random) {
        if (type == int.class) {
            return random.nextInt();
        }
        if (type == long.class) {
            return random.nextLong();
        }
        if (type == double.class) {
            return Double.longBitsToDouble(random.nextLong());
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        return random.ints(random.nextInt(5), 0, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
