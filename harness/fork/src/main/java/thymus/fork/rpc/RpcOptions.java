package thymus.fork.rpc;

import java.time.Duration;

/**
 * The limits on the cost of a node.
 *
 * @param timeout for one exchange, from connecting to the last byte of the answer
 * @param attempts for one exchange, at least 1
 * @param firstDelay the approximate delay before the second attempt; each further delay doubles
 * @param longestDelay the bound on delays
 * @param batchSize requests in one exchange, at least 1; nodes get much slower, or refuse, with hundreds
 * @param largestAnswer in bytes, of one exchange
 */
public record RpcOptions(
        Duration timeout, int attempts, Duration firstDelay, Duration longestDelay, int batchSize, int largestAnswer) {
    public static final RpcOptions STANDARD =
            new RpcOptions(Duration.ofSeconds(30), 5, Duration.ofMillis(250), Duration.ofSeconds(4), 50, 64 << 20);

    public RpcOptions {
        if (attempts < 1 || batchSize < 1 || largestAnswer < 1 || !timeout.isPositive() || firstDelay.isNegative()) {
            throw new IllegalArgumentException("no attempt could succeed with " + timeout + ", " + attempts
                    + " attempts, batches of " + batchSize + ", answers of " + largestAnswer + " bytes");
        }
    }

    /** The same options with another timeout for one exchange. */
    public RpcOptions withTimeout(Duration other) {
        return new RpcOptions(other, attempts, firstDelay, longestDelay, batchSize, largestAnswer);
    }

    /** The same options with another number of attempts, at least 1. */
    public RpcOptions withAttempts(int other) {
        return new RpcOptions(timeout, other, firstDelay, longestDelay, batchSize, largestAnswer);
    }

    /** The same options with other delays. */
    public RpcOptions withDelays(Duration first, Duration longest) {
        return new RpcOptions(timeout, attempts, first, longest, batchSize, largestAnswer);
    }

    /** The same options with another number of requests in one exchange, at least 1. */
    public RpcOptions withBatchSize(int other) {
        return new RpcOptions(timeout, attempts, firstDelay, longestDelay, other, largestAnswer);
    }

    /** The same options with another limit on the answer of one exchange. */
    public RpcOptions withLargestAnswer(int bytes) {
        return new RpcOptions(timeout, attempts, firstDelay, longestDelay, batchSize, bytes);
    }
}
