import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A scan under way: it looks at one document after another, and ends when it has seen all or found enough. */
final class ScanRun {

    private final IndexScan scan;
    private final Iterator<Object[]> keys;
    private final Set<Object> seen;
    private final int enough;
    private final List<Document> found = new ArrayList<>();

    /** @param most how many documents are wanted, 0 for all */
    ScanRun(IndexScan scan, boolean isAnyOrder, int most) {
        this.scan = scan;
        keys = scan.keys();
        seen = scan.mayRepeat() ? new HashSet<>() : null;
        enough = most > 0 && (isAnyOrder || scan.isOrdered()) ? most : Integer.MAX_VALUE;
    }

    /**
     * Walks all of them in step and keeps the one that is through first: no guess about the data can be wrong, and the
     * price is at most that of the shortest for each.
     * @param matches tells whether a document meets a filter
     */
    static ScanRun firstToEnd(List<ScanRun> runs, Function<Object, Document> documentAt, BiPredicate<Document, Document> matches) {
        while (true) {
            for (ScanRun run : runs) {
                if (run.isThrough()) {
                    return run;
                }
                run.look(documentAt, matches);
            }
        }
    }

    private boolean isThrough() {
        return found.size() >= enough || !keys.hasNext();
    }

    private void look(Function<Object, Document> documentAt, BiPredicate<Document, Document> matches) {
        Object position = scan.positionOf(keys.next());
        if (seen != null && !seen.add(position)) {
            return;
        }
        Document document = documentAt.apply(position);
        if (matches.test(document, scan.rest())) {
            found.add(document);
        }
    }

    boolean isOrdered() {
        return scan.isOrdered();
    }

    List<Document> found() {
        return found;
    }
}
