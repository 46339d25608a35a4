import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** One way to the documents that a filter can match: some ranges of one index, in the wanted order where they can be. */
final class IndexScan {

    private final OrderedIndex index;
    private final List<KeyRange> ranges;
    private final Set<String> keptFields;
    private final Document rest;
    private final boolean mayRepeat;
    /** 1 forwards, -1 backwards, 0 where the result has to be sorted. */
    private final int direction;
    private final Comparator<Object[]> merging;

    /**
     * @param keptFields the fields of which the ranges keep the condition
     * @param rest what of the filter has to be looked at in each document
     * @param mayOverlap whether two of the ranges can have the same key
     */
    IndexScan(
        OrderedIndex index,
        List<KeyRange> ranges,
        Set<String> keptFields,
        Document rest,
        boolean mayOverlap,
        SortOrder order
    ) {
        this.index = index;
        this.ranges = ranges;
        this.keptFields = keptFields;
        this.rest = rest;
        this.mayRepeat = mayOverlap || !index.isExact();
        int[] columns = index.isExact() ? order.columnsIn(index) : null;
        this.direction = columns == null ? 0 : commonDirection(order, columns);
        this.merging = columns == null ? null : order.comparing(columns);
    }

    private int commonDirection(SortOrder order, int[] columns) {
        int[] directions = ranges.stream()
            .mapToInt(range -> order.directionIn(range, index, columns))
            .distinct()
            .toArray();
        return directions.length == 1 ? directions[0] : 0;
    }

    boolean isOrdered() {
        return direction != 0;
    }

    /** How many conditions the ranges keep. */
    int depth() {
        return keptFields.size();
    }

    /** Whether it is at least as good as another in every respect. */
    boolean dominates(IndexScan other) {
        return keptFields.containsAll(other.keptFields) && (isOrdered() || !other.isOrdered());
    }

    /** What of the filter has to be looked at in each document. */
    Document rest() {
        return rest;
    }

    /** Whether a document can come more than once. */
    boolean mayRepeat() {
        return mayRepeat;
    }

    Iterator<Object[]> keys() {
        List<Iterator<Object[]>> each = ranges.stream().map(range -> index.keys(range, direction < 0)).toList();
        return isOrdered() && each.size() > 1 ? new MergedKeys(each, merging) : new ChainedKeys(each);
    }

    Object positionOf(Object[] key) {
        return index.positionOf(key);
    }
}
