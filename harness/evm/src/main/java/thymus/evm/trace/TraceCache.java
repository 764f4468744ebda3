package thymus.evm.trace;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.chain.LocalChain;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** The calls that are simulated again and again on one chain. For one thread. */
public final class TraceCache {
    /** Calls with arguments that never recur must not fill the memory. */
    private static final int MOST = 4096;

    private record Key(Address from, Address to, ByteBuffer data, long gas) {}

    private final LocalChain chain;
    private final Map<Key, TracedCall> views = new HashMap<>();

    /** An empty cache for the views of the chain. */
    public TraceCache(LocalChain chain) {
        this.chain = chain;
    }

    /**
     * The call as an object to keep. It gets cheaper with repeated use.
     *
     * @param gas the gas limit
     */
    public TracedCall of(Address from, Address to, byte[] data, long gas) {
        if (views.size() >= MOST) {
            views.clear();
        }
        return views.computeIfAbsent(
                new Key(from, to, ByteBuffer.wrap(data), gas),
                key -> new TracedCall(chain, new LocalChain.Call(from, Optional.of(to), Word.ZERO, data, gas)));
    }
}
