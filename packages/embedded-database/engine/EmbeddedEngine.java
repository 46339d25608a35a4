import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * A MongoDB-compatible server for one machine: mongo-java-server on one H2 file.
 *
 * Usage: EmbeddedEngine FILE. Prints "listening PORT PID" and serves 127.0.0.1 until its standard input
 * ends, which it also does when the parent process is killed.
 */
public final class EmbeddedEngine {

    private static final int CHUNK_RETENTION_MS = 2_000;
    private static final int CACHED_PART_OF_HEAP = 3;

    public static void main(String[] arguments) throws IOException {
        String file = arguments[0];
        if (Files.exists(Path.of(file))) {
            // Every commit leaves a dead chunk behind; the file is rewritten without them before it is opened.
            MVStoreTool.compact(file, true);
        }
        // Without auto-commit no half of a command ever reaches the file.
        MVStore store = new MVStore.Builder().fileName(file).autoCommitDisabled().cacheSize(cacheMegabytes()).open();
        // Overwritten chunks are kept this long only because a power failure may reorder writes; 45 s would bloat the file.
        store.setRetentionTime(CHUNK_RETENTION_MS);
        MongoServer server = new MongoServer(new Backend(store).version(new Version()));
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        System.out.println("listening " + server.getLocalAddress().getPort() + " " + ProcessHandle.current().pid());
        while (System.in.read() != -1) {
            // Nothing is ever sent: the end of the stream is the message.
        }
        server.shutdownNow();
        System.exit(0);
    }

    /** A page that is not kept is decoded again for every document of it that is read. */
    private static int cacheMegabytes() {
        return (int) (Runtime.getRuntime().maxMemory() / CACHED_PART_OF_HEAP >> 20);
    }

    /** The wire version is the oldest that the driver still speaks to. */
    private static final class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    }

    /** Runs each command as one unit: alone if it may write, and on disk before it is answered. */
    private static final class Backend extends H2Backend {
        private static final Set<String> READS = Set.of(
            "find", "getMore", "killCursors", "count", "distinct", "listCollections", "listIndexes", "listDatabases",
            "hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo", "serverStatus", "endSessions",
            "dbStats", "collStats"
        );

        private final ReadWriteLock lock = new ReentrantReadWriteLock();

        Backend(MVStore store) {
            super(store);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
        }

        private static boolean isRead(Document command) {
            String name = command.keySet().iterator().next();
            return READS.contains(name) || name.equals("aggregate") && !PipelineStart.endsInWrite(command.get("pipeline"));
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            boolean mayWrite = !isRead(message.getDocument());
            Lock held = mayWrite ? lock.writeLock() : lock.readLock();
            held.lock();
            try {
                // It is encoded later, which is safe: a stored document is never changed.
                return super.handleMessage(message);
            } finally {
                if (mayWrite && getMvStore().hasUnsavedChanges()) {
                    commit();
                }
                held.unlock();
            }
        }
    }
}
