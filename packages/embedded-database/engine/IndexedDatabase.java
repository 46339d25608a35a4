import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Narrows a filter such as {_id, further condition} to the documents that an index names, and then matches these.
 * mongo-java-server itself uses an index only where the filter is exactly its key, and scans otherwise.
 */
final class IndexedDatabase extends H2Database {

    /** Held by the thread that opens a database: the super constructor opens collections before a field could be set. */
    private static final ThreadLocal<MVStore> OPENING = new ThreadLocal<>();

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, announce(store), cursors);
        this.store = store;
        OPENING.remove();
    }

    private static MVStore announce(MVStore store) {
        OPENING.set(store);
        return store;
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        MVStore opened = store == null ? OPENING.get() : store;
        String namespace = getDatabaseName() + "." + name;
        MVMap<Object, Document> data = opened.openMap(
            "databases." + namespace,
            new MVMap.Builder<Object, Document>().valueType(new BsonDataType())
        );
        return new IndexedCollection(this, name, options, data, opened.openMap("meta." + namespace), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new LeadingFieldIndex(name, keys, sparse);
    }

    private static final class IndexedCollection extends H2Collection {
        private final List<Index<Object>> uniqueIndexes = new ArrayList<>();
        private final List<LeadingFieldIndex> leadingFieldIndexes = new ArrayList<>();

        IndexedCollection(
            IndexedDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> data,
            MVMap<String, Object> meta,
            CursorRegistry cursors
        ) {
            super(database, name, options, data, meta, cursors);
        }

        @Override
        public void addIndex(Index<Object> index) {
            boolean isKnown = Stream.concat(uniqueIndexes.stream(), leadingFieldIndexes.stream())
                .anyMatch(known -> known.getName().equals(index.getName()));
            super.addIndex(index);
            if (isKnown) {
                return; // The index that is there has been kept, and this one left empty.
            }
            if (index instanceof LeadingFieldIndex) {
                leadingFieldIndexes.add((LeadingFieldIndex) index);
            } else {
                uniqueIndexes.add(index);
            }
        }

        @Override
        public void dropIndex(String name) {
            super.dropIndex(name);
            uniqueIndexes.removeIf(index -> index.getName().equals(name));
            leadingFieldIndexes.removeIf(index -> index.getName().equals(name));
        }

        @Override
        protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection
        ) {
            Iterable<Object> candidates = candidates(query);
            if (candidates == null) {
                return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
            }
            return matchDocuments(query, candidates, orderBy, skip, limit, batchSize, projection);
        }

        /** The positions of every document that can match, or null where no index tells. */
        private Iterable<Object> candidates(Document query) {
            for (Index<Object> index : uniqueIndexes) {
                Document keyPart = new Document();
                index.getKeys().forEach(key -> {
                    if (query.containsKey(key.getKey())) {
                        keyPart.put(key.getKey(), query.get(key.getKey()));
                    }
                });
                if (keyPart.size() == index.getKeys().size() && index.canHandle(keyPart)) {
                    return index.getPositions(keyPart);
                }
            }
            List<Object> fewest = null;
            for (LeadingFieldIndex index : leadingFieldIndexes) {
                List<Object> found = index.candidates(query);
                if (found != null && (fewest == null || found.size() < fewest.size())) {
                    fewest = found;
                }
            }
            return fewest;
        }
    }
}
