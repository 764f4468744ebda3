package thymus.ci.report;

import thymus.ci.verdict.CheckedContract;

/** A contract in a line: its source, its compiler, and its code on the chain. */
final class ContractText {
    private ContractText() {}

    static String of(CheckedContract contract) {
        return contract.artifact() + ", compiler " + contract.compiler().orElse("unknown") + ", code keccak-256 "
                + contract.codeHash();
    }
}
