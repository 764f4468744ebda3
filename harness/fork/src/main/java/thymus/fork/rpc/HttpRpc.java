package thymus.fork.rpc;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** JSON-RPC over HTTP, in batches, with new attempts where the trouble may pass. */
final class HttpRpc implements Rpc {
    private final Endpoint endpoint;
    private final RpcOptions options;
    private final HttpTransport transport;
    private final Backoff backoff;
    private final AtomicLong nextId = new AtomicLong(1);

    HttpRpc(Endpoint endpoint, RpcOptions options) {
        this.endpoint = endpoint;
        this.options = options;
        transport = new HttpTransport(endpoint, options);
        backoff = new Backoff(options.firstDelay(), options.longestDelay());
    }

    /** An attempt that is worth another. */
    private static final class Momentary extends Exception {
        Momentary(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public List<RpcAnswer> ask(List<RpcRequest> requests) {
        List<RpcAnswer> answers = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += options.batchSize()) {
            int to = Math.min(from + options.batchSize(), requests.size());
            answers.addAll(insist(requests.subList(from, to)));
        }
        return answers;
    }

    private List<RpcAnswer> insist(List<RpcRequest> batch) {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RpcUnreachableException(about(batch) + ": interrupted while waiting for the node", e);
        }
    }

    private List<RpcAnswer> attempt(List<RpcRequest> batch) throws Momentary, InterruptedException {
        Envelope envelope = new Envelope(endpoint, batch, nextId.getAndAdd(batch.size()));
        HttpResponse<byte[]> response;
        try {
            response = transport.exchange(envelope.write());
        } catch (BoundedBody.TooLarge e) {
            throw new RpcProtocolException(about(batch) + ": " + e.getMessage() + "; smaller batches may help");
        } catch (ConnectException e) {
            throw new Momentary("nobody answers there; is the node running?", e);
        } catch (IOException e) {
            throw new Momentary(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new Momentary("HTTP status " + status + (status == 429 ? ", too many requests" : ""), null);
        }
        if (status != 200 && !(status == 400 && isJson(response.body()))) {
            throw new RpcRefusedException(about(batch) + ": HTTP status " + status + ": " + advice(status));
        }
        List<RpcAnswer> answers = envelope.read(response.body());
        for (RpcAnswer answer : answers) {
            if (answer instanceof RpcAnswer.Failure failure && failure.isMomentary()) {
                throw new Momentary("error " + failure.code() + ": " + failure.message(), null);
            }
        }
        return answers;
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

    private String unreachable(List<RpcRequest> batch, Momentary trouble) {
        String attempts = options.attempts() == 1 ? "" : " (" + options.attempts() + " attempts)";
        return about(batch) + ": " + trouble.getMessage() + attempts;
    }

    private String about(List<RpcRequest> batch) {
        return name() + ": " + batch.getFirst().method() + (batch.size() == 1 ? "" : " and " + (batch.size() - 1) + " more");
    }
}
