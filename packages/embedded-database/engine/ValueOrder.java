import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;

/** The order of values in an index: by type, as BSON has it, and then by value; null and a missing field are one. */
final class ValueOrder {

    /** A place before (-1) or after (1) every value of a type. */
    private record Edge(int type, int side) {}

    private static final int NULL = 0;
    private static final int NUMBER = 1;
    private static final int STRING = 2;
    private static final int OBJECT_ID = 3;
    private static final int BOOLEAN = 4;
    private static final int INSTANT = 5;
    private static final int OTHER_TYPE = 6;

    /** Stands for every value that no filter finds by an index: a document, binary data, an empty list. */
    static final Object OTHER = new Object();

    static final Object FIRST = new Edge(NULL, -1);
    static final Object LAST = new Edge(OTHER_TYPE, 1);

    private ValueOrder() {
    }

    static Object before(Object value) {
        return new Edge(typeOf(value), -1);
    }

    static Object after(Object value) {
        return new Edge(typeOf(value), 1);
    }

    /** Whether an index can find the value: by equality, null also where the field is missing, or as an end of a range. */
    static boolean isPlain(Object value) {
        return typeOf(value) != OTHER_TYPE;
    }

    /** Whether the place in an index is also the place in a sorted result. */
    static boolean isExact(Object value) {
        return isPlain(value) && !(value instanceof Decimal128);
    }

    static boolean isSameType(Object one, Object other) {
        return typeOf(one) == typeOf(other);
    }

    static int compare(Object one, Object other) {
        if (one == other) {
            return 0;
        }
        int type = typeOf(one);
        int byType = Integer.compare(type, typeOf(other));
        if (byType != 0) {
            return byType;
        }
        int bySide = Integer.compare(sideOf(one), sideOf(other));
        if (bySide != 0 || one instanceof Edge) {
            return bySide;
        }
        return switch (type) {
            case NULL -> 0;
            case NUMBER -> compareNumbers((Number) one, (Number) other);
            case STRING -> ((String) one).compareTo((String) other);
            case OBJECT_ID -> ((ObjectId) one).compareTo((ObjectId) other);
            case BOOLEAN -> ((Boolean) one).compareTo((Boolean) other);
            case INSTANT -> ((Instant) one).compareTo((Instant) other);
            // Only the ids of documents, which differ, are kept as what they are.
            default -> ValueComparator.ascWithoutListHandling().compare(one, other);
        };
    }

    private static int typeOf(Object value) {
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Instant) {
            return INSTANT;
        }
        if (Missing.isNullOrMissing(value)) {
            return NULL;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof ObjectId) {
            return OBJECT_ID;
        }
        return value instanceof Edge edge ? edge.type : OTHER_TYPE;
    }

    private static int sideOf(Object value) {
        return value instanceof Edge edge ? edge.side : 0;
    }

    private static int compareNumbers(Number one, Number other) {
        boolean isOneWhole = isWhole(one);
        boolean isOtherWhole = isWhole(other);
        if (isOneWhole && isOtherWhole) {
            return Long.compare(one.longValue(), other.longValue());
        }
        // Adding 0.0 makes -0.0 the same as 0.0.
        int asDoubles = Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
        if (asDoubles != 0 || isOneWhole == isOtherWhole) {
            return asDoubles;
        }
        return exact(one, isOneWhole).compareTo(exact(other, isOtherWhole));
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal exact(Number number, boolean isWhole) {
        return isWhole ? BigDecimal.valueOf(number.longValue()) : new BigDecimal(number.doubleValue());
    }
}
