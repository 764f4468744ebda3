package thymus.evm.precompile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** Which precompiled contracts a fork has. */
public final class Precompiles {
    private static final Map<EvmFork, Precompiles> BY_FORK = new HashMap<>();

    static {
        for (EvmFork fork : EvmFork.values()) {
            BY_FORK.put(fork, new Precompiles(fork));
        }
    }

    private final Map<Address, Precompile> contracts = new HashMap<>();

    private Precompiles(EvmFork fork) {
        put(1, new EcRecover());
        put(2, Hashes.SHA256);
        put(3, Hashes.RIPEMD160);
        put(4, Hashes.IDENTITY);
        put(5, fork.includes(EvmFork.OSAKA) ? ModExp.OSAKA : ModExp.BERLIN);
        put(6, Bn254.ADD);
        put(7, Bn254.MUL);
        put(8, Bn254.PAIRING);
        put(9, new Blake2F());
        put(0xa, new PointEvaluation());
        if (fork.includes(EvmFork.PRAGUE)) {
            // From 0xb on, in the order of EIP-2537.
            for (Bls12 operation : Bls12.values()) {
                put(0xb + operation.ordinal(), operation);
            }
        }
        if (fork.includes(EvmFork.OSAKA)) {
            put(0x100, new P256Verify());
        }
    }

    private void put(int address, Precompile precompile) {
        contracts.put(Address.of(Word.of(address)), precompile);
    }

    public static Precompiles of(EvmFork fork) {
        return BY_FORK.get(fork);
    }

    /** The contract that the fork has there. */
    public Optional<Precompile> at(Address address) {
        // The common case without a lookup: no precompile is above 2^16.
        return address.word().bitLength() > 16 ? Optional.empty() : Optional.ofNullable(contracts.get(address));
    }

    /** All of them, which are warm from the start of every transaction. */
    public List<Address> addresses() {
        return List.copyOf(contracts.keySet());
    }
}
