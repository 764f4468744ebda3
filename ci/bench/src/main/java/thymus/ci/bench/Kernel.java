package thymus.ci.bench;

import java.util.Arrays;
import java.util.Locale;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.primitive.Word;

/** A contract of corpus/bench with the entry {@code run(uint256)}, whose result depends on all of its work. */
public enum Kernel {
    /** 256-bit products, quotients and remainders, shifts and branches. */
    NUMERIC("Numeric.sol:Numeric", 2_000),
    /** Sorting, matrices, bytes and hashes of memory. */
    MEMORY("Memory.sol:Memory", 1_500),
    /** Mints, transfers and approvals in loops: storage, mapping keys, logs. */
    ERC20("Erc20.sol:Erc20Loop", 3_000),
    /** The same work through calls to the token. */
    ERC20_CALLS("Erc20.sol:Erc20Calls", 1_500);

    private final String contract;
    private final long size;

    /** @param size the argument with which a call takes between 20 and 200 ms in revm on a machine of 2025 */
    Kernel(String contract, long size) {
        this.contract = contract;
        this.size = size;
    }

    /** @throws BenchException if no kernel has the name; names are written as in {@code erc20-calls} */
    static Kernel named(String name) {
        return Arrays.stream(values())
                .filter(k -> k.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchException("no kernel \"" + name + "\"; there are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Kernel::title).toList())));
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public long size() {
        return size;
    }

    /** The init code. */
    byte[] creationCode(ArtifactStore artifacts) {
        return artifacts.artifact(contract).creation().bytes();
    }

    /** The call data of {@code run(n)}. */
    public static byte[] input(long n) {
        byte[] data = Arrays.copyOf(Selector.of("run(uint256)").bytes(), Selector.SIZE + 32);
        System.arraycopy(Word.of(n).toBytes32(), 0, data, Selector.SIZE, 32);
        return data;
    }
}
