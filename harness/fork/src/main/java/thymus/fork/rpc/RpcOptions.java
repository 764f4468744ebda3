package thymus.fork.rpc;

import java.time.Duration;

/**
 * What a node may cost.
 *
 * @param timeout for one exchange, from connecting to the last byte of the answer
 * @param attempts for one exchange, at least 1
 * @param firstDelay about how long to wait before the second attempt; each further wait doubles
 * @param longestDelay no wait is longer
 * @param batchSize requests in one exchange, at least 1; nodes get much slower, or refuse, where it is in the hundreds
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

    public RpcOptions withTimeout(Duration other) {
        return new RpcOptions(other, attempts, firstDelay, longestDelay, batchSize, largestAnswer);
    }

    public RpcOptions withAttempts(int other) {
        return new RpcOptions(timeout, other, firstDelay, longestDelay, batchSize, largestAnswer);
    }

    public RpcOptions withDelays(Duration first, Duration longest) {
        return new RpcOptions(timeout, attempts, first, longest, batchSize, largestAnswer);
    }

    public RpcOptions withBatchSize(int other) {
        return new RpcOptions(timeout, attempts, firstDelay, longestDelay, other, largestAnswer);
    }

    public RpcOptions withLargestAnswer(int bytes) {
        return new RpcOptions(timeout, attempts, firstDelay, longestDelay, batchSize, bytes);
    }
}
