package thymus.fork.state;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.web3j.protocol.Service;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import thymus.fork.rpc.Rpc;

/** A node with a deadline, which bounds all answers and retries together. */
final class TimedRpc extends Service implements Rpc {
    private final Rpc node;
    private final Deadline deadline;

    TimedRpc(Rpc node, Deadline deadline) {
        super(false);
        this.node = node;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public List<Response<?>> ask(List<? extends Request<?, ? extends Response<?>>> requests) {
        if (deadline.equals(Deadline.NEVER)) {
            return node.ask(requests);
        }
        FutureTask<List<Response<?>>> task = new FutureTask<>(() -> node.ask(requests));
        if (deadline.left() <= 0) {
            throw late();
        }
        Thread.ofVirtual().name("node").start(task);
        try {
            return task.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ForkException(name() + ": interrupted while waiting for the node", e);
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            task.cancel(true);
        }
    }

    private static RuntimeException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new CancellationException(e.getMessage());
        };
    }

    private ForkException late() {
        return new ForkException(
                name() + ": the time was used up while the node was asked for the state; allow more with --for");
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // web3j declares it so
    public <T extends Response> T send(Request request, Class<T> response) {
        return response.cast(
                ask(List.<Request<?, ? extends Response<?>>>of(request)).getFirst());
    }

    @Override
    public BatchResponse sendBatch(BatchRequest batch) {
        return new BatchResponse(batch.getRequests(), ask(batch.getRequests()));
    }

    @Override
    protected InputStream performIO(String body) throws IOException {
        throw new IOException("every way of sending is overridden");
    }

    @Override
    public void close() {
        node.close();
    }
}
