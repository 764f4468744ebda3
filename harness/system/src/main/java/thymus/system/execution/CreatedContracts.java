package thymus.system.execution;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactStore;
import thymus.contracts.artifact.CodeMatch;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.spec.Specification;
import thymus.spec.text.Span;

/**
 * Adds the unnamed contracts that setup created to the system, each under its address. Any account may call them, and
 * they may have privileges.
 *
 * <p>The code of a contract identifies its artifact. A proxy has the functions of its implementation.
 */
final class CreatedContracts {
    /** The functions of this many contracts are explored. Further contracts are only reported. */
    private static final int MOST = 16;

    /** The bytes of a minimal proxy (EIP-1167) before and after the address. */
    private static final byte[] CLONE = HexFormat.of().parseHex("363d3d373d3d3d363d73");

    private static final byte[] CLONE_END = HexFormat.of().parseHex("5af43d82803e903d91602b57fd5bf3");
    private static final int ADDRESS = 20;

    /** The slot of a proxy with the address of its implementation (ERC-1967). */
    private static final Word IMPLEMENTATION =
            Word.of(new BigInteger("360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc", 16));

    private final DeployedSystem system;
    private final ArtifactStore store;
    private final Collection<Artifact> named;

    /** @param named the artifacts that the specification names, which are matched first */
    CreatedContracts(DeployedSystem system, ArtifactStore store, Collection<Artifact> named) {
        this.system = system;
        this.store = store;
        this.named = named;
    }

    /** @param span the position of setup */
    void take(CreationRecorder creations, Span span) {
        int explored = 0;
        for (Address address : creations.creators().keySet()) {
            Bytecode code = system.chain().world().code(address);
            if (code.size() == 0 || system.accounts().nameOf(address).isPresent()) {
                continue;
            }
            String name = Convert.hex(Convert.number(address));
            String creator =
                    system.accounts().text(Convert.number(creations.creators().get(address)));
            Optional<Artifact> artifact = explored < MOST ? artifact(address, code.toBytes()) : Optional.empty();
            if (artifact.isPresent()) {
                explored++;
                system.created(
                        new CreatedContract(name, creator, Optional.empty()),
                        new Specification.ContractDeclaration(
                                name, artifact.get().reference(), artifact.get().model(), span),
                        address,
                        artifact.get());
            } else {
                system.created(new CreatedContract(
                        name,
                        creator,
                        Optional.of(
                                explored < MOST
                                        ? "its code is that of no compiled contract in " + store.description()
                                                + "; give the artifacts of all contracts that setup creates"
                                        : "setup created more than " + MOST
                                                + " contracts that the file does not name")));
            }
        }
    }

    private Optional<Artifact> artifact(Address address, byte[] code) {
        Optional<Address> target = cloned(code).or(() -> implementation(address));
        return target.isPresent()
                ? target.map(t -> system.chain().world().code(t).toBytes()).flatMap(this::compiled)
                : compiled(code);
    }

    private static Optional<Address> cloned(byte[] code) {
        int end = CLONE.length + ADDRESS;
        boolean is = code.length == end + CLONE_END.length
                && Arrays.equals(code, 0, CLONE.length, CLONE, 0, CLONE.length)
                && Arrays.equals(code, end, code.length, CLONE_END, 0, CLONE_END.length);
        return is
                ? Optional.of(Convert.address(new BigInteger(1, Arrays.copyOfRange(code, CLONE.length, end))))
                : Optional.empty();
    }

    private Optional<Address> implementation(Address proxy) {
        Word word = system.chain().world().storage(proxy, IMPLEMENTATION);
        return word.isZero() ? Optional.empty() : Optional.of(Address.of(word));
    }

    private Optional<Artifact> compiled(byte[] code) {
        return named.stream()
                .filter(artifact -> CodeMatch.matches(artifact.runtime(), code))
                .findFirst()
                .or(() -> store.withCode(code));
    }
}
