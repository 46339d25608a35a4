import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A non-unique index in memory, in the order of all its fields and then of the documents' ids. It is changed by one
 * command at a time, and read by any number in between.
 */
final class OrderedIndex extends Index<Object> {

    private final List<String> fields = new ArrayList<>();
    private final List<Boolean> ascending = new ArrayList<>();
    private final int idColumn;
    private final NavigableSet<Object[]> entries = new TreeSet<>(this::compare);
    /** How many documents have a list, or a value without an exact place: they are found, but in no order. */
    private long inexactDocuments = 0;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        for (IndexKey key : keys) {
            fields.add(key.getKey());
            ascending.add(key.isAscending());
        }
        if (!fields.contains(DocumentKeys.ID)) {
            fields.add(DocumentKeys.ID);
            ascending.add(true);
        }
        idColumn = fields.indexOf(DocumentKeys.ID);
    }

    private int compare(Object[] one, Object[] other) {
        int shared = Math.min(one.length, other.length);
        for (int column = 0; column < shared; column++) {
            int compared = ValueOrder.compare(one[column], other[column]);
            if (compared != 0) {
                return ascending.get(column) ? compared : -compared;
            }
        }
        return 0;
    }

    /** The fields of the index, and the id of the document where it is not one of them. */
    List<String> fields() {
        return fields;
    }

    boolean isAscending(int column) {
        return ascending.get(column);
    }

    boolean isExact() {
        return inexactDocuments == 0;
    }

    /** Not where a field names a place in a list, such as `factors.0`: its keys are of all places. */
    boolean canFind() {
        return fields.stream().noneMatch(field -> field.matches(".*\\.\\d+(\\..*)?"));
    }

    /** Whether documents are left out that have none of the fields. */
    boolean leavesBlankOut() {
        return isSparse();
    }

    /** The keys of a range, forwards or backwards. */
    Iterator<Object[]> keys(KeyRange range, boolean isBackwards) {
        if (compare(range.from(), range.to()) > 0) {
            return Collections.emptyIterator();
        }
        NavigableSet<Object[]> within = entries.subSet(range.from(), true, range.to(), true);
        return (isBackwards ? within.descendingSet() : within).iterator();
    }

    /** The different values of the first field, or null where there are more than `most`. */
    List<Object> leadingValues(int most) {
        List<Object> values = new ArrayList<>();
        Object[] key = entries.isEmpty() ? null : entries.first();
        while (key != null) {
            if (values.size() == most) {
                return null;
            }
            values.add(key[0]);
            key = entries.higher(new Object[] {key[0], ascending.get(1) ? ValueOrder.LAST : ValueOrder.FIRST});
        }
        return values;
    }

    /** The position of a document in an H2 collection is its id. */
    Object positionOf(Object[] key) {
        return Missing.ofNullable(key[idColumn]);
    }

    private DocumentKeys keysOf(Document document) {
        return DocumentKeys.of(document, fields);
    }

    private boolean leavesOut(DocumentKeys found) {
        return isSparse() && found.isBlank;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        add(keysOf(document));
    }

    private void add(DocumentKeys found) {
        if (leavesOut(found)) {
            return;
        }
        entries.addAll(found.keys);
        inexactDocuments += found.isExact ? 0 : 1;
    }

    @Override
    public Object remove(Document document) {
        remove(keysOf(document));
        return document.get(DocumentKeys.ID);
    }

    private void remove(DocumentKeys found) {
        if (leavesOut(found)) {
            return;
        }
        found.keys.forEach(entries::remove);
        inexactDocuments -= found.isExact ? 0 : 1;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        DocumentKeys removed = keysOf(before);
        DocumentKeys added = keysOf(after);
        if (!removed.isSameAs(added)) {
            remove(removed);
            add(added);
        }
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // Any number of documents may share a value.
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // Any number of documents may share a value.
    }

    /** Null: a value does not name one document. */
    @Override
    public Object getPosition(Document document) {
        return null;
    }

    /** False: mongo-java-server would expect the filter to be the key and nothing else. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
