import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** The keys of some ranges, one range after the other. */
final class ChainedKeys implements Iterator<Object[]> {

    private final Iterator<Iterator<Object[]>> ranges;
    private Iterator<Object[]> current = Collections.emptyIterator();

    ChainedKeys(List<Iterator<Object[]>> ranges) {
        this.ranges = ranges.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && ranges.hasNext()) {
            current = ranges.next();
        }
        return current.hasNext();
    }

    @Override
    public Object[] next() {
        return current.next();
    }
}
