package thymus.evm.precompile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

/** The precompiled contracts of a fork. */
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
            // From address 0xb, in the order of EIP-2537.
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

    /** The precompiled contracts of the fork. */
    public static Precompiles of(EvmFork fork) {
        return BY_FORK.get(fork);
    }

    /** The precompiled contract at the address, if the fork has one. */
    public Optional<Precompile> at(Address address) {
        // Most addresses need no lookup: no precompile is above 2^16.
        return address.word().bitLength() > 16 ? Optional.empty() : Optional.ofNullable(contracts.get(address));
    }

    /** All addresses. They are warm from the start of every transaction. */
    public List<Address> addresses() {
        return List.copyOf(contracts.keySet());
    }
}
