import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which a result is asked for. */
record SortOrder(List<String> fields, List<Boolean> ascending) {

    static SortOrder of(Document orderBy) {
        List<String> fields = new ArrayList<>();
        List<Boolean> ascending = new ArrayList<>();
        if (orderBy != null) {
            orderBy.forEach((field, direction) -> {
                fields.add(field);
                ascending.add(((Number) direction).intValue() > 0);
            });
        }
        return new SortOrder(fields, ascending);
    }

    boolean isAny() {
        return fields.isEmpty();
    }

    /** The place of each of its fields in the index, or null where the index does not have them all. */
    int[] columnsIn(OrderedIndex index) {
        int[] columns = fields.stream().mapToInt(index.fields()::indexOf).toArray();
        for (int column : columns) {
            if (column < 0) {
                return null;
            }
        }
        return columns;
    }

    /**
     * How a range has to be read to come out in this order: 1 forwards, -1 backwards, 0 not at all. What is fixed in the
     * range is in any order; the rest has to be the fields that follow.
     */
    int directionIn(KeyRange range, OrderedIndex index, int[] columns) {
        int direction = 0;
        int following = range.fixedColumns();
        for (int place = 0; place < columns.length; place++) {
            if (columns[place] < range.fixedColumns()) {
                continue;
            }
            int wanted = ascending.get(place) == index.isAscending(columns[place]) ? 1 : -1;
            if (columns[place] != following || direction == -wanted) {
                return 0;
            }
            direction = wanted;
            following++;
        }
        return direction == 0 ? 1 : direction;
    }

    /** Compares keys of an index by these fields. */
    Comparator<Object[]> comparing(int[] columns) {
        return (one, other) -> {
            for (int place = 0; place < columns.length; place++) {
                int compared = ValueOrder.compare(one[columns[place]], other[columns[place]]);
                if (compared != 0) {
                    return ascending.get(place) ? compared : -compared;
                }
            }
            return 0;
        };
    }
}
