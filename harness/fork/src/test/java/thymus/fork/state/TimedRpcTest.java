package thymus.fork.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Node;
import thymus.fork.rpc.Rpc;
import thymus.fork.rpc.RpcErrorException;

class TimedRpcTest {
    private static Rpc timed(Node node, Deadline deadline) {
        return new TimedRpc(Rpc.at(node.url()), deadline);
    }

    @Test
    void aNodeThatNeverAnswersIsNotWaitedFor() {
        Semaphore over = new Semaphore(0);
        try (Node node = new Node((exchange, request) -> over.acquireUninterruptibly())) {
            Rpc rpc = timed(node, Deadline.in(Duration.ofMillis(300)));
            String failure = assertThrows(ForkException.class, () -> rpc.call("eth_chainId"))
                    .getMessage();
            over.release(Integer.MAX_VALUE);
            assertTrue(failure.contains("the time was used up") && failure.contains("--for"), failure);
        }
    }

    @Test
    void nothingIsAskedAfterwards() {
        try (Node node = new FakeNode().start()) {
            assertThrows(
                    ForkException.class,
                    () -> timed(node, new Deadline(() -> 8, 7)).call("eth_chainId"));
            assertEquals(0, node.seen().size());
        }
    }

    @Test
    void inTimeAllIsAsWithoutIt() {
        try (Node node = new FakeNode().start()) {
            Rpc rpc = timed(node, Deadline.in(Duration.ofHours(1)));
            assertEquals("0x2a", rpc.call("eth_chainId").asString());
            assertThrows(RpcErrorException.class, () -> rpc.call("eth_nothing"));
        }
    }
}
