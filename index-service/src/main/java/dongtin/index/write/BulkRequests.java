package dongtin.index.write;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.TransportException;
import dongtin.index.write.BulkWriter.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends bulk requests and reads the replies: what is the document's own fault, and what will pass. Thread-safe. */
@Component
class BulkRequests {

    private static final int LONGEST_REASON = 1_000;

    private final ElasticsearchClient elasticsearch;

    BulkRequests(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Sets the outcomes of these operations; false if one of them is busy. */
    boolean send(List<Operation> bulk, Outcome[] outcomes) {
        if (bulk.isEmpty()) {
            return true;
        }
        try {
            return settle(
                    bulk,
                    elasticsearch
                            .bulk(request -> request.operations(
                                    bulk.stream().map(Operation::body).toList()))
                            .items(),
                    outcomes);
        } catch (ElasticsearchException e) {
            return (e.status() == 400 || e.status() == 413 || tooLarge(e.error(), bulk))
                    ? halve(bulk, outcomes, reason(e.error()))
                    : settle(bulk, outcomes, new Outcome.Busy(e.status() + " " + reason(e.error())));
        } catch (TransportException e) {
            // No JSON in the reply: Elasticsearch says 413 that way, everything else is something on the way to it.
            return e.statusCode() == 413
                    ? halve(bulk, outcomes, "413: longer than Elasticsearch takes")
                    : settle(bulk, outcomes, new Outcome.Busy(cut(e.toString())));
        } catch (IOException e) {
            return settle(bulk, outcomes, new Outcome.Busy(cut(e.toString())));
        }
    }

    private boolean settle(List<Operation> bulk, List<BulkResponseItem> items, Outcome[] outcomes) {
        boolean free = true;
        var tooLarge = new ArrayList<Operation>();
        for (int i = 0; i < bulk.size(); i++) {
            int position = bulk.get(i).position();
            ErrorCause error = items.get(i).error();
            if (error != null && tooLarge(error, bulk)) {
                tooLarge.add(bulk.get(i));
                outcomes[position] = new Outcome.Refused(reason(error));
            } else {
                outcomes[position] = outcome(items.get(i));
                free = free && !(outcomes[position] instanceof Outcome.Busy);
            }
        }
        return bulk.size() == 1 ? free : apart(tooLarge, outcomes) && free;
    }

    // All together are too large; each alone may not be.
    private boolean apart(List<Operation> tooLarge, Outcome[] outcomes) {
        settle(tooLarge, outcomes, new Outcome.Busy("not tried apart"));
        return inHalves(tooLarge, outcomes);
    }

    // The request as a whole was refused: ever smaller ones find the document that it is about.
    private boolean halve(List<Operation> bulk, Outcome[] outcomes, String reason) {
        return bulk.size() == 1 ? settle(bulk, outcomes, new Outcome.Refused(reason)) : inHalves(bulk, outcomes);
    }

    private boolean inHalves(List<Operation> bulk, Outcome[] outcomes) {
        int half = bulk.size() / 2;
        return send(bulk.subList(0, half), outcomes) && send(bulk.subList(half, bulk.size()), outcomes);
    }

    private static boolean settle(List<Operation> bulk, Outcome[] outcomes, Outcome outcome) {
        bulk.forEach(operation -> outcomes[operation.position()] = outcome);
        return !(outcome instanceof Outcome.Busy);
    }

    private static Outcome outcome(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null) {
            return new Outcome.Stored();
        }
        if ("index_closed_exception".equals(error.type())) {
            return new Outcome.Busy(reason(error)); // by somebody who changes it, and opens it again
        }
        return switch (item.status()) {
            // A newer version is indexed already: external versions say so with a conflict.
            case 409 -> new Outcome.Stale();
            case 400, 413 -> new Outcome.Refused(reason(error));
            // Also a missing right or index, and a disk too full to write (a cluster block): not the document's fault.
            default -> new Outcome.Busy(item.status() + " " + reason(error));
        };
    }

    private static boolean tooLarge(ErrorCause error, List<Operation> bulk) {
        return Pressure.neverFits(
                String.valueOf(error.reason()),
                bulk.stream().mapToLong(Operation::bytes).sum());
    }

    private static String reason(ErrorCause error) {
        var reason = new StringBuilder();
        @Nullable ErrorCause cause = error;
        while (cause != null) {
            reason.append(reason.isEmpty() ? "" : "; caused by ")
                    .append(cause.type())
                    .append(": ")
                    .append(cause.reason());
            cause = cause.causedBy();
        }
        return cut(reason.toString());
    }

    // The middle may be the document's own words; what is wrong with them mostly stands at the end.
    private static String cut(String reason) {
        String line = reason.replaceAll("\\s++", " ");
        return line.length() <= LONGEST_REASON
                ? line
                : line.substring(0, LONGEST_REASON / 2) + " … " + line.substring(line.length() - LONGEST_REASON / 2);
    }
}
