package touchstone.sandbox.wire;

/// The tags of values, and which type has which.
final class Tag {
    static final int NULL = 0;
    static final int INT = 1;
    static final int LONG = 2;
    static final int DOUBLE = 3;
    static final int BOOLEAN = 4;
    static final int TEXT = 5;
    static final int INTS = 6;
    static final int LONGS = 7;
    static final int DOUBLES = 8;
    static final int BOOLEANS = 9;
    static final int LIST = 10;
    static final int RECORD = 11;

    private static final int DIMENSIONS = 3;

    private Tag() {}

    /// The only tag beside NULL that a value of this type may have; NULL if values
    /// of this type do not travel.
    static int of(Class<?> type) {
        if (type.isArray()) {
            return ofArray(type);
        }
        if (type == double.class || type == Double.class) {
            return DOUBLE;
        }
        if (type == int.class || type == Integer.class) {
            return INT;
        }
        if (type == long.class || type == Long.class) {
            return LONG;
        }
        if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        }
        if (type == String.class) {
            return TEXT;
        }
        return type.isRecord() ? RECORD : NULL;
    }

    private static int ofArray(Class<?> type) {
        if (type == double[].class) {
            return DOUBLES;
        }
        if (type == int[].class) {
            return INTS;
        }
        if (type == long[].class) {
            return LONGS;
        }
        if (type == boolean[].class) {
            return BOOLEANS;
        }
        return listTravels(type) ? LIST : NULL;
    }

    private static boolean listTravels(Class<?> type) {
        int dimensions = 0;
        Class<?> innermost = type;
        while (innermost.isArray()) {
            innermost = innermost.getComponentType();
            dimensions++;
        }
        return dimensions <= DIMENSIONS && of(innermost) != NULL;
    }
}
