package thymus.ci.init;

import java.util.Optional;
import java.util.regex.Pattern;
import thymus.contracts.artifact.Artifact;

/** Says of a compiled contract why a first specification leaves it out. */
final class ContractKind {
    private static final int PUSH1 = 0x60;
    private static final int PUSH32 = 0x7f;
    private static final int DELEGATECALL = 0xf4;

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
        byte[] code = contract.runtime().bytes();
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
    private static boolean isLibrary(byte[] code) {
        boolean begins = code.length > 22 && code[0] == 0x73 && code[21] == 0x30 && code[22] == 0x14;
        for (int i = 1; begins && i <= 20; i++) {
            begins = code[i] == 0;
        }
        return begins;
    }

    private static boolean delegates(byte[] code) {
        for (int at = 0; at < code.length; at++) {
            int instruction = code[at] & 0xff;
            if (instruction == DELEGATECALL) {
                return true;
            }
            at += instruction >= PUSH1 && instruction <= PUSH32 ? instruction - PUSH1 + 1 : 0;
        }
        return false;
    }
}
