import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A non-unique index, in memory, over the first of its fields: enough to find the documents of one network or account
 * without a scan. The order of a listing is still made by sorting what was found.
 */
final class LeadingFieldIndex extends Index<Object> {

    private final Map<KeyValue, Set<Object>> positions = new HashMap<>();
    private long entries = 0;

    LeadingFieldIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** Only the first field is indexed; the description of the index still names them all. */
    @Override
    protected List<String> keys() {
        return List.of(getKeys().get(0).getKey());
    }

    /** The positions of every document that can match, or null where the filter does not fix the first field. */
    List<Object> candidates(Document query) {
        Object wanted = query.get(keys().get(0));
        if (isPlain(wanted)) {
            return found(List.of(wanted));
        }
        if (wanted instanceof Document && ((Document) wanted).keySet().equals(Set.of("$in"))) {
            Collection<?> anyOf = (Collection<?>) ((Document) wanted).get("$in");
            return anyOf.stream().allMatch(LeadingFieldIndex::isPlain) ? found(anyOf) : null;
        }
        return null;
    }

    /** Values that match by equality alone: null also matches a missing field, and a document may be an operator. */
    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof ObjectId || value instanceof Number || value instanceof Boolean;
    }

    private List<Object> found(Collection<?> values) {
        Set<Object> found = new LinkedHashSet<>();
        for (Object value : values) {
            found.addAll(positions.getOrDefault(new KeyValue(value).normalized(), Set.of()));
        }
        return new ArrayList<>(found);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        for (KeyValue key : getKeyValues(document)) {
            if (positions.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(position)) {
                entries++;
            }
        }
    }

    @Override
    public Object remove(Document document) {
        // The position of a document in an H2 collection is its _id.
        Object position = document.get("_id");
        removeAt(document, position);
        return position;
    }

    private void removeAt(Document document, Object position) {
        for (KeyValue key : getKeyValues(document)) {
            Set<Object> held = positions.getOrDefault(key, Set.of());
            if (held.contains(position) && held.remove(position)) {
                entries--;
            }
            if (held.isEmpty()) {
                positions.remove(key);
            }
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(before, after)) {
            removeAt(before, position);
            add(after, position, collection);
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
        return entries;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        positions.clear();
    }
}
