package thymus.fuzz.generate;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Word;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.AdversaryUniverse;
import thymus.system.execution.StepCall;

/** Everything that transactions are made of, in a fixed order. */
public interface Universe {
    List<Callable> callables();

    /**
     * Those who may send at least one transaction: actors in order of declaration, then unknown addresses, contracts
     * last.
     */
    List<String> senders();

    /**
     * Those of the senders that are attackers' contracts; none where no contract can tell one and none can call one.
     */
    List<String> contracts();

    /** Whether an attacker's contract may make several calls in one transaction, since contracts can tell. */
    default boolean joins() {
        return !contracts().isEmpty();
    }

    /** Whether contracts make calls, which may reach an attacker's contract. */
    default boolean callsOut() {
        return false;
    }

    /** Whether the adversary may send it. */
    boolean allows(String sender, Callable callable);

    /** Deployed contracts in order of deployment. */
    List<String> instances();

    /** The contracts that accept ether, or any data, without a function; in order of deployment. */
    default List<String> accepting() {
        return List.of();
    }

    /** The contracts that may get ether without being asked, where code or the specification can tell. */
    default List<String> forcible() {
        return List.of();
    }

    /** Addresses worth passing as arguments: actors, contracts, unknown ones, zero. */
    List<BigInteger> addresses();

    BigInteger addressOf(String senderOrInstance);

    Advance advance();

    /** Those whose signatures anybody can get; none where no code calls another. */
    default List<AdversaryUniverse.Signer> signers() {
        return List.of();
    }

    /** The signature of a hash by the key of one of them. */
    default Secp256k1.Signature sign(AdversaryUniverse.Signer signer, BigInteger hash) {
        return Secp256k1.sign(Word.of(hash), signer.key());
    }

    /** Calls that setup has made, whose arguments may be used again. */
    default List<StepCall.FunctionCall> earlier() {
        return List.of();
    }

    /** What the specification wants to be tried often. */
    default List<Script> scripts() {
        return List.of();
    }

    /** How far apart, in seconds, the clocks of chains may be; 0 where there is one chain. */
    default long drift() {
        return 0;
    }

    /** The contracts whose code the file leaves open and whose answers the sequence decides, with their views. */
    default Map<String, List<FunctionModel>> callees() {
        return Map.of();
    }

    /** The relays among the instances. */
    default List<String> relays() {
        return List.of();
    }

    /** Views that can be asked for a number. */
    List<Probe> probes();
}
