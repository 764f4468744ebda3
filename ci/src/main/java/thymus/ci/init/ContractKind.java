package thymus.ci.init;

import java.util.Optional;
import java.util.regex.Pattern;
import thymus.contracts.artifact.Artifact;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;

/** Says of a compiled contract why a first specification leaves it out. */
final class ContractKind {
    private static final Pattern FOREIGN = Pattern.compile("(^|.*/)(lib|node_modules)/.*|@.*");
    private static final Pattern TEST_SOURCE = Pattern.compile(".*\\.[ts]\\.sol|(^|.*/)(test|tests|script)/.*");
    private static final Pattern TEST_FUNCTION = Pattern.compile("IS_TEST|setUp|test[A-Z_].*|invariant_.*");

    private ContractKind() {}

    /** Why it cannot be deployed at all. */
    static Optional<String> obstacle(Artifact contract) {
        if (!contract.creation().unlinked().isEmpty()) {
            return Optional.of("it needs libraries that are not linked");
        }
        return contract.creation().size() == 0
                ? Optional.of("it is an interface or an abstract contract")
                : Optional.empty();
    }

    /** Why it is not deployed unless the user names it. */
    static Optional<String> reason(Artifact contract) {
        Optional<String> obstacle = obstacle(contract);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Bytecode code = Bytecode.of(contract.runtime().bytes());
        if (isLibrary(code)) {
            return Optional.of("it is a library");
        }
        if (FOREIGN.matcher(contract.source()).matches()) {
            return Optional.of("it comes from a package; name it by --contract to deploy it");
        }
        boolean isTest = TEST_SOURCE.matcher(contract.source()).matches()
                || contract.model().functions().stream()
                        .anyMatch(f -> TEST_FUNCTION.matcher(f.name()).matches());
        if (isTest) {
            return Optional.of("it is a test or a script");
        }
        boolean hasFallback = contract.unnamed().contains(Artifact.Unnamed.FALLBACK)
                || contract.unnamed().contains(Artifact.Unnamed.PAYABLE_FALLBACK);
        return hasFallback && delegates(code)
                ? Optional.of("it is a proxy; write `new " + contract.name() + "(…) as` the contract behind it")
                : Optional.empty();
    }

    /** Code of a library begins with its own address, which solc leaves open, and refuses to be called there. */
    private static boolean isLibrary(Bytecode code) {
        int address = code.next(0);
        int comparison = code.next(address);
        return Opcode.at(code, 0) == Opcode.PUSH20
                && code.immediate(0).isZero()
                && Opcode.at(code, address) == Opcode.ADDRESS
                && Opcode.at(code, comparison) == Opcode.EQ;
    }

    private static boolean delegates(Bytecode code) {
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            if (Opcode.at(code, pc) == Opcode.DELEGATECALL) {
                return true;
            }
        }
        return false;
    }
}
