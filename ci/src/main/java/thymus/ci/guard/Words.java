package thymus.ci.guard;

import java.util.Set;

/** The words of Solidity 0.8.30 that no declaration should take: keywords, reserved words, and what is there anyway. */
final class Words {
    private static final Set<String> TAKEN = Set.of((
            // keywords
            "abstract address anonymous as assembly bool break bytes calldata case catch constant constructor "
                    + "continue contract default delete do else emit enum error event external fallback false final "
                    + "fixed for from function global hex if immutable import in indexed interface internal is "
                    + "layout let library mapping memory modifier new null of override payable pragma private public "
                    + "pure receive return returns revert storage string struct super switch this throw transient "
                    + "true try type ufixed unchecked unicode using var view virtual while byte leave "
                    // reserved
                    + "after alias apply auto copyof define implements inline macro match mutable partial promise "
                    + "reference relocatable sealed sizeof static supports typedef typeof at "
                    // units
                    + "wei gwei ether seconds minutes hours days weeks years finney szabo "
                    // what every source can read
                    + "abi block msg now tx addmod assert blobhash blockhash ecrecover gasleft keccak256 mulmod "
                    + "require ripemd160 selfdestruct sha256 sha3 suicide int uint before")
            .split(" "));

    private Words() {}

    /** Whether nothing of ours may have this name. */
    static boolean isTaken(String name) {
        return TAKEN.contains(name)
                || name.matches("u?int\\d+|bytes\\d+|u?fixed\\d+x\\d+")
                || name.matches("_?[gG]uard([A-Z0-9_].*|ed.*)?|Violated_.*");
    }

    /** Whether a source can declare and call a function of this name. */
    static boolean isFunction(String name) {
        boolean isWord = TAKEN.contains(name)
                && !Set.of("before", "from", "error", "global", "layout", "at").contains(name);
        return name.matches("[A-Za-z_$][A-Za-z0-9_$]*")
                && !isWord
                && !name.matches("u?int\\d+|bytes\\d+|u?fixed\\d+x\\d+");
    }
}
