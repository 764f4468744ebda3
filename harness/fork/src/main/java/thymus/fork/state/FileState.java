package thymus.fork.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.evm.state.StateProvider;

/** A state that is completely listed in a file. */
final class FileState implements ForkState {
    private final ForkPoint point;
    private final Allocation allocation;
    private final Map<Long, Word> blockHashes;
    private final Set<BigInteger> keys;
    private final Map<Object, Object> conclusions = new ConcurrentHashMap<>();

    /**
     * @param blockHashes those in the file
     * @param numbers the words of its transactions
     */
    FileState(ForkPoint point, Allocation allocation, Map<Long, Word> blockHashes, Set<BigInteger> numbers) {
        this.point = point;
        this.allocation = allocation;
        this.blockHashes = Map.copyOf(blockHashes);
        Set<BigInteger> all = new LinkedHashSet<>();
        for (Address address : allocation.addresses()) {
            all.add(address.word().toBigInteger());
        }
        for (Address address : allocation.addresses()) {
            allocation.storage(address).values().forEach(value -> all.add(value.toBigInteger()));
        }
        all.addAll(numbers);
        this.keys = Collections.unmodifiableSet(all);
    }

    @Override
    public ForkPoint point() {
        return point;
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(Path.of(point.name()));
    }

    @Override
    public StateProvider origin() {
        return allocation;
    }

    /** Other blocks have made-up hashes, as on local chains. */
    @Override
    public Word blockHash(long number) {
        Word known = blockHashes.get(number);
        return known != null
                ? known
                : Keccak.hash((point.fingerprint() + " " + number).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Set<Word>> slots(Address account) {
        return Optional.of(allocation.storage(account).keySet());
    }

    @Override
    public <T> T concluded(Object question, Class<T> type, Supplier<T> computation) {
        return type.cast(conclusions.computeIfAbsent(question, q -> computation.get()));
    }

    @Override
    public Set<BigInteger> possibleKeys() {
        return keys;
    }
}
