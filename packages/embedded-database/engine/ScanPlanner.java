import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the ways to answer a query by an index. Which of them is the shortest, only walking them tells. */
final class ScanPlanner {

    private final SortOrder order;
    private final Document filter;
    private final Conditions conditions;

    ScanPlanner(Document filter, Document orderBy) {
        order = SortOrder.of(orderBy);
        this.filter = filter;
        conditions = new Conditions(filter);
    }

    /** None of them is worse than another in every respect; empty where no index helps. */
    List<IndexScan> scansOf(List<OrderedIndex> indexes) {
        List<IndexScan> scans = new ArrayList<>();
        for (OrderedIndex index : indexes) {
            IndexScan scan = index.canFind() ? scanOf(index) : null;
            if (scan != null && scans.stream().noneMatch(known -> known.dominates(scan))) {
                scans.removeIf(scan::dominates);
                scans.add(scan);
            }
        }
        return scans;
    }

    /** An `$or` is worth a range for each of its branches where every one of them says more of the index. */
    private IndexScan scanOf(OrderedIndex index) {
        IndexScan best = scanOf(index, List.of(conditions));
        for (List<Conditions> branches : conditions.branches()) {
            IndexScan scan = scanOf(index, branches);
            if (scan != null && (best == null || scan.depth() > best.depth())) {
                best = scan;
            }
        }
        return best;
    }

    private IndexScan scanOf(OrderedIndex index, List<Conditions> branches) {
        List<KeyRange> ranges = new ArrayList<>();
        Set<String> keptFields = new LinkedHashSet<>(index.fields());
        Document rest = filter;
        for (Conditions branch : branches) {
            RangeBuilder builder = new RangeBuilder(index, branch);
            if (!builder.isComplete()) {
                return null;
            }
            keptFields.retainAll(builder.keptFields());
            ranges.addAll(builder.ranges());
            if (branches.size() == 1 && index.isExact()) {
                rest = branch.without(builder.fixedFields(), filter);
            }
        }
        IndexScan scan = new IndexScan(index, ranges, keptFields, rest, branches.size() > 1, order);
        boolean isOrderAlone = scan.isOrdered() && !order.isAny();
        return scan.depth() > 0 || isOrderAlone ? scan : null;
    }
}
