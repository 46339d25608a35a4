import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;

/**
 * A collection that answers filters, orders and the beginning of pipelines by its indexes. mongo-java-server itself uses
 * an index only where the filter is exactly its key, and scans otherwise.
 *
 * A document that is stored is never changed: an update works on a copy of it. So a result can be read while the next
 * command runs.
 */
final class IndexedCollection extends H2Collection {

    private final List<Index<Object>> uniqueIndexes = new ArrayList<>();
    private final List<OrderedIndex> orderedIndexes = new ArrayList<>();
    private final ThreadLocal<PipelineStart> pipelineStart = new ThreadLocal<>();
    /** Set while an update runs, which it does alone. */
    private boolean isUpdating = false;

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
        boolean isKnown = Stream.concat(uniqueIndexes.stream(), orderedIndexes.stream())
            .anyMatch(known -> known.getName().equals(index.getName()));
        super.addIndex(index);
        if (isKnown) {
            return; // The index that is there has been kept, and this one left empty.
        }
        if (index instanceof OrderedIndex) {
            orderedIndexes.add((OrderedIndex) index);
        } else {
            uniqueIndexes.add(index);
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        uniqueIndexes.removeIf(index -> index.getName().equals(name));
        orderedIndexes.removeIf(index -> index.getName().equals(name));
    }

    /** As its super does, but for any number of readers at once. */
    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        String sign = selector.containsKey("query") ? "" : "$";
        boolean isWrapped = selector.containsKey(sign + "query");
        return queryDocuments(
            isWrapped ? (Document) selector.get(sign + "query") : selector,
            isWrapped ? (Document) selector.get(sign + "orderby") : null,
            parameters.getNumberToSkip(),
            parameters.getLimit(),
            parameters.getBatchSize(),
            parameters.getProjection()
        );
    }

    @Override
    protected QueryResult queryDocuments(
        Document filter, Document orderBy, int skip, int limit, int batchSize, Document projection
    ) {
        QueryResult result = find(filter, orderBy, skip, limit, batchSize, projection);
        if (!isUpdating) {
            return result;
        }
        List<Document> copies = new ArrayList<>();
        result.forEach(document -> copies.add(document.clone()));
        return new QueryResult(copies);
    }

    private QueryResult find(Document filter, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        boolean isNatural = orderBy != null && orderBy.containsKey("$natural");
        Iterable<Object> named = positionsByKey(filter);
        if (named != null && !isNatural) {
            return matchDocuments(filter, named, orderBy, skip, limit, batchSize, projection);
        }
        List<IndexScan> scans = isNatural ? List.of() : new ScanPlanner(filter, orderBy).scansOf(orderedIndexes);
        if (scans.isEmpty()) {
            return super.queryDocuments(filter, orderBy, skip, limit, batchSize, projection);
        }
        boolean isAnyOrder = orderBy == null || orderBy.isEmpty();
        int most = limit > 0 ? skip + limit : 0;
        ScanRun run = ScanRun.firstToEnd(
            scans.stream().map(scan -> new ScanRun(scan, isAnyOrder, most)).toList(),
            this::getDocument,
            this::documentMatchesQuery
        );
        Document sorting = run.isOrdered() ? null : orderBy;
        return matchDocumentsFromStream(run.found().stream(), new Document(), sorting, skip, limit, batchSize, projection);
    }

    /** The positions of the documents that a unique index names, or null where the filter does not have its whole key. */
    private Iterable<Object> positionsByKey(Document filter) {
        for (Index<Object> index : uniqueIndexes) {
            Document keyPart = new Document();
            index.getKeys().forEach(key -> {
                if (filter.containsKey(key.getKey())) {
                    keyPart.put(key.getKey(), filter.get(key.getKey()));
                }
            });
            if (keyPart.size() == index.getKeys().size() && index.canHandle(keyPart)) {
                return index.getPositions(keyPart);
            }
        }
        return null;
    }

    @Override
    public synchronized Document updateDocuments(
        Document filter, Document update, ArrayFilters arrayFilters, boolean isMulti, boolean isUpsert, Oplog oplog
    ) {
        return updating(() -> super.updateDocuments(filter, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    public synchronized Document findAndModify(Document command) {
        return updating(() -> super.findAndModify(command));
    }

    private Document updating(Supplier<Document> update) {
        isUpdating = true;
        try {
            return update.get();
        } finally {
            isUpdating = false;
        }
    }

    /** Runs a pipeline of this thread, which begins with what its first stages leave. */
    Document beginningWith(PipelineStart start, Supplier<Document> pipeline) {
        pipelineStart.set(start);
        try {
            return pipeline.get();
        } finally {
            pipelineStart.remove();
        }
    }

    /** Pipelines ask for all documents; what an inner one asks for later is not narrowed. */
    @Override
    public Stream<Document> queryAllAsStream() {
        PipelineStart start = pipelineStart.get();
        if (start == null) {
            return super.queryAllAsStream();
        }
        pipelineStart.remove();
        QueryResult left = queryDocuments(start.filter(), null, 0, start.limit(), 0, null);
        return StreamSupport.stream(left.spliterator(), false);
    }
}
