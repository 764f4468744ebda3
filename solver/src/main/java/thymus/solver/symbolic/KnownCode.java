package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import thymus.evm.code.Bytecode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.spec.CalleeBehaviour;

/** The code at known addresses. */
public interface KnownCode {
    /** The code at a known address; empty if there is none. It is never called with unknown addresses. */
    Optional<Bytecode> codeAt(BigInteger address);

    /**
     * Words of the code at an address that the parameters of the deployment determine, such as immutables: the
     * offset of the first byte to the value. They replace those of {@link #codeAt}.
     */
    default Map<Integer, IntTerm> openWords(BigInteger address) {
        return Map.of();
    }

    /** The name of the storage at the address: that of the instance, or the address in hexadecimal. */
    String nameOf(BigInteger address);

    /** The contracts of the system, in a fixed order, without those whose code is not read. */
    default List<BigInteger> contracts() {
        return List.of();
    }

    /** Returns whether the system knows the address, as a contract or an actor. */
    boolean isKnown(BigInteger address);

    /**
     * Returns whether the code at the address is what its interface was compiled with. A proxy has the interface of
     * another contract, and may have a function of its own in place of one that the interface declares a view.
     */
    default boolean isAsDeclared(BigInteger address) {
        return false;
    }

    /** Returns whether a contract of another chain has the address, which no code of this one can call. */
    default boolean isElsewhere(BigInteger address) {
        return false;
    }

    /**
     * The account that holds the ether of an address on this chain. A contract of another chain has its ether there.
     * What the same address has here belongs to another account, which lies outside the range of addresses.
     */
    default IntTerm holder(IntTerm address, Simplifier simplifier) {
        return address;
    }

    /** Returns whether there are other chains. */
    default boolean mayBeElsewhere() {
        return false;
    }

    /** How the code at the address behaves, where the file assumes that; its own code is not read then. */
    default Optional<CalleeBehaviour> behaviour(BigInteger address) {
        return Optional.empty();
    }

    /**
     * The location of an instruction, as a text that follows the contract's name:
     * {@code .pay(address) at Vault.sol:120:9}.
     *
     * @param selector the selector that the call chose; empty if it may be any
     * @param returns the return addresses of the active internal calls, innermost first
     */
    default String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
        return " at pc " + pc;
    }
}
