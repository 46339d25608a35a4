import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * What a filter says of one field, as far as an index can use it: some values in their order, or else a span from `low`
 * to `high`. Every document that the filter matches is within; not every one within is matched.
 */
record FieldCondition(List<Object> values, Object low, Object high) {

    /** Null where an index is of no use. */
    static FieldCondition of(Object wanted) {
        if (!(wanted instanceof Document)) {
            return ValueOrder.isPlain(wanted) ? anyOf(Collections.singleton(wanted)) : null;
        }
        Document operators = (Document) wanted;
        if (operators.containsKey("$regex")) {
            return operators.size() == 1 ? beginningAs(operators.get("$regex")) : null;
        }
        if (operators.containsKey("$eq") && ValueOrder.isPlain(operators.get("$eq"))) {
            return anyOf(Collections.singleton(operators.get("$eq")));
        }
        if (operators.get("$in") instanceof Collection<?> values && values.stream().allMatch(ValueOrder::isPlain)) {
            return anyOf(values);
        }
        return between(end(operators, "$gt", "$gte"), end(operators, "$lt", "$lte"));
    }

    private static FieldCondition anyOf(Collection<?> values) {
        TreeSet<Object> different = new TreeSet<>(ValueOrder::compare);
        different.addAll(values);
        return new FieldCondition(new ArrayList<>(different), null, null);
    }

    private static Object end(Document operators, String open, String closed) {
        Object value = operators.containsKey(open) ? operators.get(open) : operators.get(closed);
        return value != null && ValueOrder.isPlain(value) ? value : null;
    }

    /** A range finds only values of its own type. */
    private static FieldCondition between(Object low, Object high) {
        Object end = low == null ? high : low;
        if (end == null || high != null && !ValueOrder.isSameType(end, high)) {
            return null;
        }
        return new FieldCondition(
            null,
            low == null ? ValueOrder.before(end) : low,
            high == null ? ValueOrder.after(end) : high
        );
    }

    private static FieldCondition beginningAs(Object pattern) {
        String beginning = pattern instanceof String ? beginningOf((String) pattern) : "";
        if (beginning.isEmpty()) {
            return null;
        }
        int last = beginning.length() - 1;
        String next = beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
        return new FieldCondition(null, beginning, next);
    }

    /** What a pattern such as `^a\.b` says literally, or nothing where it says more than that. */
    private static String beginningOf(String pattern) {
        StringBuilder literal = new StringBuilder();
        if (!pattern.startsWith("^")) {
            return "";
        }
        for (int at = 1; at < pattern.length(); at++) {
            char each = pattern.charAt(at);
            boolean isEscaped = each == '\\' && at + 1 < pattern.length();
            if (isEscaped) {
                each = pattern.charAt(++at);
            }
            boolean isLiteral = isEscaped ? !Character.isLetterOrDigit(each) : "\\^$.|?*+()[]{}".indexOf(each) < 0;
            if (!isLiteral || each == Character.MAX_VALUE) {
                return "";
            }
            literal.append(each);
        }
        return literal.toString();
    }

    boolean isSpan() {
        return values == null;
    }

    boolean excludesNull() {
        return isSpan() || !values.contains(null);
    }

    /** Of two conditions on the same field, the one that says more. They cannot be joined: a list may meet each by another element. */
    FieldCondition orBetter(FieldCondition other) {
        return other.looseness() < looseness() ? other : this;
    }

    private int looseness() {
        return isSpan() ? Integer.MAX_VALUE : values.size();
    }
}
