package thymus.evm.trace;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.chain.LocalChain;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** The questions that are asked of one chain again and again. For one thread. */
public final class TraceCache {
    /** Questions over numbers that never come back must not fill the memory. */
    private static final int MOST = 4096;

    private record Key(Address from, Address to, ByteBuffer data, long gas) {}

    private final LocalChain chain;
    private final Map<Key, TracedCall> views = new HashMap<>();

    public TraceCache(LocalChain chain) {
        this.chain = chain;
    }

    /** The question as an object to keep, whose answers get cheaper the more often it is asked. */
    public TracedCall of(Address from, Address to, byte[] data, long gas) {
        if (views.size() >= MOST) {
            views.clear();
        }
        return views.computeIfAbsent(
                new Key(from, to, ByteBuffer.wrap(data), gas),
                key -> new TracedCall(chain, new LocalChain.Call(from, Optional.of(to), Word.ZERO, data, gas)));
    }
}
