import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Gives its collections indexes in memory, which are rebuilt when they are opened. */
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
        return new OrderedIndex(name, keys, sparse);
    }

    @Override
    public Document handleCommand(
        Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog
    ) {
        PipelineStart start = command.equals("aggregate") ? PipelineStart.of(query.get("pipeline")) : null;
        if (start != null && resolveCollection(query.get(command).toString(), false) instanceof IndexedCollection collection) {
            Document narrowed = query.clone();
            narrowed.put("pipeline", start.rest());
            return collection.beginningWith(start, () -> super.handleCommand(channel, command, narrowed, databases, oplog));
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }
}
