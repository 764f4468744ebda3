package thymus.fork.rpc;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends bytes to a node and receives the answer, without retries. */
final class HttpTransport {
    private final Endpoint endpoint;
    private final Duration timeout;
    private final int largestAnswer;
    private final HttpClient client;

    HttpTransport(Endpoint endpoint, RpcOptions options) {
        this.endpoint = endpoint;
        this.timeout = options.timeout();
        this.largestAnswer = options.largestAnswer();
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(timeout);
        // Over plain HTTP the client would offer an upgrade to HTTP/2, which nodes do not support.
        boolean plain = "http".equalsIgnoreCase(endpoint.uri().getScheme());
        client = (plain ? builder.version(HttpClient.Version.HTTP_1_1) : builder).build();
    }

    /**
     * @throws IOException if the answer is missing, incomplete or late; {@link BoundedBody.TooLarge} if it is too long
     */
    HttpResponse<byte[]> exchange(byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        // The request's own timeout ends with the headers. This one also bounds a body that arrives too slowly.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new BoundedBody(largestAnswer));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no complete answer within " + timeout.toMillis() / 1000.0 + " s", e);
        } finally {
            answer.cancel(true);
        }
    }

    void close() {
        client.shutdownNow();
    }
}
