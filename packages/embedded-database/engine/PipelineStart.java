import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * The first stage of a pipeline, where that is a filter.
 *
 * @param limit how many documents the next stage takes, 0 for all
 * @param rest the pipeline without it
 */
record PipelineStart(Document filter, int limit, List<?> rest) {

    /** Null where the pipeline begins with all documents. */
    static PipelineStart of(Object pipeline) {
        if (!(pipeline instanceof List<?> stages) || !(stageAt(stages, 0, "$match") instanceof Document filter)) {
            return null;
        }
        boolean isLimited = stageAt(stages, 1, "$limit") instanceof Number;
        return new PipelineStart(filter, isLimited ? ((Number) stageAt(stages, 1, "$limit")).intValue() : 0, stages.subList(1, stages.size()));
    }

    /** Whether the pipeline stores what comes out of it. */
    static boolean endsInWrite(Object pipeline) {
        if (!(pipeline instanceof List<?> stages) || stages.isEmpty()) {
            return false;
        }
        int last = stages.size() - 1;
        return stageAt(stages, last, "$out") != null || stageAt(stages, last, "$merge") != null;
    }

    private static Object stageAt(List<?> stages, int place, String operator) {
        return place < stages.size() && stages.get(place) instanceof Document stage ? stage.get(operator) : null;
    }
}
