import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** The keys of some ranges, each in an order, in that order together; no more of them is read than is asked for. */
final class MergedKeys implements Iterator<Object[]> {

    private record Head(Object[] key, Iterator<Object[]> rest) {}

    private final PriorityQueue<Head> heads;

    MergedKeys(List<Iterator<Object[]>> ranges, Comparator<Object[]> order) {
        heads = new PriorityQueue<>(Comparator.comparing(Head::key, order));
        ranges.forEach(this::addHeadOf);
    }

    private void addHeadOf(Iterator<Object[]> range) {
        if (range.hasNext()) {
            heads.add(new Head(range.next(), range));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Object[] next() {
        Head first = heads.remove();
        addHeadOf(first.rest);
        return first.key;
    }
}
