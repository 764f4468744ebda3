package thymus.fork.rpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.web3j.protocol.Service;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;

/**
 * JSON-RPC over HTTP, in batches, with retries of temporary failures. It replaces web3j's HTTP service, which reads
 * answers of any length, ignores their ids, and matches batches by position.
 */
final class HttpRpc extends Service implements Rpc {
    /** The codes for "limit exceeded", of EIP-1474 and of HTTP. They are temporary and independent of the request. */
    private static final Set<Integer> MOMENTARY = Set.of(-32005, 429);

    private final Endpoint endpoint;
    private final RpcOptions options;
    private final HttpTransport transport;
    private final Backoff backoff;
    private final AtomicLong nextId = new AtomicLong(1);

    HttpRpc(Endpoint endpoint, RpcOptions options) {
        super(false);
        this.endpoint = endpoint;
        this.options = options;
        transport = new HttpTransport(endpoint, options);
        backoff = new Backoff(options.firstDelay(), options.longestDelay());
    }

    /** A failure that is worth a retry. */
    private static final class Momentary extends IOException {
        Momentary(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An answer without a readable body. */
    private static final class Refused extends IOException {
        Refused(int status) {
            super("HTTP status " + status + ": " + advice(status));
        }
    }

    @Override
    public String name() {
        return endpoint.name();
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
    public void close() {
        transport.close();
    }

    @Override
    public List<Response<?>> ask(List<? extends Request<?, ? extends Response<?>>> requests) {
        List<Response<?>> answers = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += options.batchSize()) {
            int to = Math.min(from + options.batchSize(), requests.size());
            answers.addAll(insist(requests.subList(from, to)));
        }
        return answers;
    }

    private List<Response<?>> insist(List<? extends Request<?, ? extends Response<?>>> batch) {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(batch);
                } catch (Momentary trouble) {
                    if (attempt == options.attempts()) {
                        throw new RpcUnreachableException(unreachable(batch, trouble), trouble.getCause());
                    }
                    backoff.await(attempt);
                }
            }
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new RpcUnreachableException(about(batch) + ": interrupted while waiting for the node", e);
        } catch (BoundedBody.TooLarge e) {
            throw new RpcProtocolException(about(batch) + ": " + e.getMessage() + "; smaller batches may help");
        } catch (Refused e) {
            throw new RpcRefusedException(about(batch) + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there are no others
        }
    }

    private List<Response<?>> attempt(List<? extends Request<?, ? extends Response<?>>> batch) throws IOException {
        Envelope envelope = new Envelope(endpoint, batch, nextId.getAndAdd(batch.size()));
        List<Response<?>> answers = envelope.read(performIO(envelope.write()).readAllBytes());
        for (Response<?> answer : answers) {
            if (answer.hasError() && MOMENTARY.contains(answer.getError().getCode())) {
                Response.Error error = answer.getError();
                throw new Momentary("error " + error.getCode() + ": " + error.getMessage(), null);
            }
        }
        return answers;
    }

    /** One exchange. */
    @Override
    protected InputStream performIO(String body) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = transport.exchange(body.getBytes(StandardCharsets.UTF_8));
        } catch (BoundedBody.TooLarge e) {
            throw e;
        } catch (ConnectException e) {
            throw new Momentary("nobody answers there; is the node running?", e);
        } catch (IOException e) {
            throw new Momentary(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException().initCause(e);
        }
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new Momentary("HTTP status " + status + (status == 429 ? ", too many requests" : ""), null);
        }
        if (status != 200 && !(status == 400 && isJson(response.body()))) {
            throw new Refused(status);
        }
        return new ByteArrayInputStream(response.body());
    }

    /** Some nodes send their errors with status 400. */
    private static boolean isJson(byte[] body) {
        return body.length > 0 && (body[0] == '{' || body[0] == '[');
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "the node wants a key or another one; see the URL that your provider gave you";
            case 404, 405 -> "there is no JSON-RPC at this path; see the URL of your node or provider";
            case 413 -> "the request is too large for it; smaller batches may help";
            case 301, 302, 307, 308 -> "it sends us elsewhere, where we do not go unasked; name that URL";
            default -> "it does not want this request";
        };
    }

    private String unreachable(List<? extends Request<?, ?>> batch, Momentary trouble) {
        String attempts = options.attempts() == 1 ? "" : " (" + options.attempts() + " attempts)";
        return about(batch) + ": " + trouble.getMessage() + attempts;
    }

    private String about(List<? extends Request<?, ?>> batch) {
        String more = batch.size() == 1 ? "" : " and " + (batch.size() - 1) + " more";
        return name() + ": " + batch.getFirst().getMethod() + more;
    }
}
