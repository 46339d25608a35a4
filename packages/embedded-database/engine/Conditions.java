import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a filter asks of every document, field by field, and the alternatives among which one has to hold. */
final class Conditions {

    private final Map<String, FieldCondition> byField;
    private final List<List<Document>> alternatives = new ArrayList<>();

    Conditions(Document filter) {
        this(filter, Map.of());
    }

    private Conditions(Document filter, Map<String, FieldCondition> known) {
        byField = new HashMap<>(known);
        take(filter);
    }

    private void take(Document filter) {
        filter.forEach((name, wanted) -> {
            if (name.equals("$and")) {
                documentsOf(wanted).forEach(this::take);
            } else if (name.equals("$or")) {
                alternatives.add(documentsOf(wanted));
            } else if (!name.startsWith("$")) {
                FieldCondition condition = FieldCondition.of(wanted);
                if (condition != null) {
                    byField.merge(name, condition, FieldCondition::orBetter);
                }
            }
        });
    }

    /** A malformed list is for the matcher to complain about. */
    private static List<Document> documentsOf(Object wanted) {
        List<Document> documents = new ArrayList<>();
        if (wanted instanceof List<?> list) {
            list.forEach(each -> documents.add(each instanceof Document document ? document : new Document()));
        }
        return documents;
    }

    /** Null where the filter says nothing of the field that an index could use. */
    FieldCondition on(String field) {
        return byField.get(field);
    }

    /** What is left of a filter to be looked at in each document, where an index without lists has fixed some fields. */
    Document without(Set<String> fixedFields, Document filter) {
        Document rest = new Document();
        filter.forEach((name, wanted) -> {
            // Another part of the filter may have said more of the field, and been used in its place.
            boolean isFixed = fixedFields.contains(name) && isWhole(wanted) && on(name).equals(FieldCondition.of(wanted));
            if (!isFixed) {
                rest.put(name, wanted);
            }
        });
        return rest;
    }

    private static boolean isWhole(Object wanted) {
        return !(wanted instanceof Document operators) || operators.size() == 1;
    }

    /** For each `$or`: these conditions and one of its branches, for each branch. */
    List<List<Conditions>> branches() {
        return alternatives.stream()
            .map(branches -> branches.stream().map(branch -> new Conditions(branch, byField)).toList())
            .toList();
    }
}
