import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The keys of one document in one index: its values as they are, so that they are not held twice. A list gives a key for
 * each of its elements; of two lists each element is paired with each, since a filter may mean any of them.
 */
final class DocumentKeys {

    static final String ID = "_id";

    final List<Object[]> keys;
    /** Whether the index may order the document by them. */
    final boolean isExact;
    /** Whether there is nothing at all under the fields. */
    final boolean isBlank;

    private DocumentKeys(List<Object[]> keys, boolean isExact, boolean isBlank) {
        this.keys = keys;
        this.isExact = isExact;
        this.isBlank = isBlank;
    }

    static DocumentKeys of(Document document, List<String> fields) {
        List<Object[]> keys = Collections.singletonList(new Object[fields.size()]);
        boolean isExact = true;
        boolean isBlank = true;
        for (int column = 0; column < fields.size(); column++) {
            String field = fields.get(column);
            Object value = valueOf(document, field);
            boolean isId = field.equals(ID);
            isBlank &= isId || isMissing(value);
            if (value instanceof Collection) {
                isExact = false;
                keys = spread(keys, column, (Collection<?>) value);
            } else {
                isExact &= ValueOrder.isExact(value);
                for (Object[] key : keys) {
                    key[column] = isId ? value : kept(value);
                }
            }
        }
        return new DocumentKeys(keys, isExact, isBlank);
    }

    private static Object valueOf(Document document, String field) {
        return field.indexOf('.') < 0
            ? document.getOrMissing(field)
            : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    private static boolean isMissing(Object value) {
        return value instanceof Missing || value instanceof Collection<?> list && list.stream().allMatch(Missing.class::isInstance);
    }

    private static List<Object[]> spread(List<Object[]> keys, int column, Collection<?> values) {
        LinkedHashSet<Object> different = new LinkedHashSet<>();
        values.forEach(value -> different.add(kept(value)));
        if (different.isEmpty()) {
            different.add(ValueOrder.OTHER);
        }
        List<Object[]> spread = new ArrayList<>(keys.size() * different.size());
        for (Object[] key : keys) {
            for (Object value : different) {
                Object[] copy = key.clone();
                copy[column] = value;
                spread.add(copy);
            }
        }
        return spread;
    }

    boolean isSameAs(DocumentKeys other) {
        return Arrays.deepEquals(keys.toArray(), other.keys.toArray());
    }

    private static Object kept(Object value) {
        if (Missing.isNullOrMissing(value)) {
            return null;
        }
        return ValueOrder.isPlain(value) ? value : ValueOrder.OTHER;
    }
}
