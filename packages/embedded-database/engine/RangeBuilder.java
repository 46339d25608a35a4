import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ranges of an index in which everything is that meets some conditions: its first fields fixed to each combination
 * of their values, and a span of the next.
 */
final class RangeBuilder {

    private static final int MOST_RANGES = 1_000;
    /** A leading field that is not asked for, such as a priority, is fixed to each value that it has, if these are few. */
    private static final int MOST_LEADING_VALUES = 16;

    private final OrderedIndex index;
    private final Set<String> keptFields = new LinkedHashSet<>();
    private final Set<String> fixedFields = new LinkedHashSet<>();
    private boolean excludesBlank = false;
    private List<Object[]> prefixes = Collections.singletonList(new Object[0]);
    private int fixedColumns = 0;
    private FieldCondition span = null;

    RangeBuilder(OrderedIndex index, Conditions conditions) {
        this.index = index;
        while (fixedColumns < index.fields().size() && fixNext(conditions)) {
            fixedColumns++;
        }
    }

    private boolean fixNext(Conditions conditions) {
        String field = index.fields().get(fixedColumns);
        FieldCondition condition = conditions.on(field);
        if (condition == null) {
            return fixedColumns == 0 && fixLeading(conditions);
        }
        if (condition.isSpan()) {
            span = condition;
        } else if (fix(condition.values())) {
            fixedFields.add(field);
        } else {
            return false;
        }
        keptFields.add(field);
        // Every document has an id: that leaves none of the blank ones out.
        excludesBlank |= condition.excludesNull() && !field.equals(DocumentKeys.ID);
        return span == null;
    }

    private boolean fixLeading(Conditions conditions) {
        if (index.fields().size() == 1 || conditions.on(index.fields().get(1)) == null) {
            return false;
        }
        List<Object> values = index.leadingValues(MOST_LEADING_VALUES);
        return values != null && fix(values);
    }

    private boolean fix(List<Object> values) {
        if ((long) prefixes.size() * values.size() > MOST_RANGES) {
            return false;
        }
        List<Object[]> longer = new ArrayList<>(prefixes.size() * values.size());
        for (Object[] prefix : prefixes) {
            values.forEach(value -> longer.add(followedBy(prefix, value)));
        }
        prefixes = longer;
        return true;
    }

    private static Object[] followedBy(Object[] prefix, Object value) {
        Object[] longer = Arrays.copyOf(prefix, prefix.length + 1);
        longer[prefix.length] = value;
        return longer;
    }

    Set<String> keptFields() {
        return keptFields;
    }

    /** Those of them of which nothing is within the ranges that does not meet the condition. */
    Set<String> fixedFields() {
        return fixedFields;
    }

    /** Whether what the index may leave out cannot be meant. */
    boolean isComplete() {
        return excludesBlank || !index.leavesBlankOut();
    }

    List<KeyRange> ranges() {
        return prefixes.stream().map(this::rangeAt).toList();
    }

    private KeyRange rangeAt(Object[] prefix) {
        Object[] from = prefix;
        Object[] to = prefix;
        if (span != null) {
            boolean isAscending = index.isAscending(fixedColumns);
            from = followedBy(prefix, isAscending ? span.low() : span.high());
            to = followedBy(prefix, isAscending ? span.high() : span.low());
        }
        if (from.length == index.fields().size()) {
            return new KeyRange(from, to, fixedColumns);
        }
        boolean isAscending = index.isAscending(from.length);
        return new KeyRange(
            followedBy(from, isAscending ? ValueOrder.FIRST : ValueOrder.LAST),
            followedBy(to, isAscending ? ValueOrder.LAST : ValueOrder.FIRST),
            fixedColumns
        );
    }
}
