package thymus.ci.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import thymus.contracts.abi.Selector;

/**
 * Contracts of a few instructions, as Foundry would write them: {@code poke()} adds one to {@code count}, the view
 * {@code value()} returns it.
 */
public enum TinyContract {
    COUNTER("6000546000526020 6000f3", ""),
    /** value() loops for ever. */
    LOOPING_VIEW("5b600f56", ""),
    /** value() reverts. */
    REVERTING_VIEW("60006000fd", ""),
    /** The constructor loops for ever. */
    LOOPING_CONSTRUCTOR("00", "5b600056"),
    /** The constructor reverts. */
    REVERTING_CONSTRUCTOR("00", "60006000fd");

    private static final String ABI = """
            [{"type": "function", "name": "poke", "inputs": [], "outputs": [], "stateMutability": "nonpayable"},
             {"type": "function", "name": "value", "inputs": [], "stateMutability": "view",
              "outputs": [{"name": "", "type": "uint256"}]}]""";
    private static final String LAYOUT = """
            {"storage": [{"label": "count", "offset": 0, "slot": "0", "type": "t_uint256",
              "contract": "C", "astId": 1}],
             "types": {"t_uint256": {"encoding": "inplace", "label": "uint256", "numberOfBytes": "32"}}}""";

    private final String view;
    private final String constructor;

    /** @param constructor takes the place of the code that would return the contract, if not empty */
    TinyContract(String view, String constructor) {
        this.view = view.replace(" ", "");
        this.constructor = constructor;
    }

    /** Writes {@code C.sol/C.json} into the folder. */
    public void writeTo(Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("C.sol"));
        String runtime = runtime();
        String size = "%02x".formatted(runtime.length() / 2);
        String creation = constructor.isEmpty()
                // CODECOPY the rest of the code to memory and RETURN it
                ? "60" + size + "600c60003960" + size + "6000f3" + runtime
                : constructor;
        Files.writeString(folder.resolve("C.json"), """
                {"abi": %s, "bytecode": {"object": "0x%s"}, "deployedBytecode": {"object": "0x%s"},
                 "storageLayout": %s}""".formatted(ABI, creation, runtime, LAYOUT));
    }

    /** What stands on the chain. */
    String runtime() {
        String poke = HexFormat.of().formatHex(Selector.of("poke()").bytes());
        int pokeAt = 15 + view.length() / 2;
        return "60003560e01c" // the selector
                + "63" + poke + "1460" + "%02x".formatted(pokeAt) + "57" // JUMPI to poke
                + view
                + "5b600054600101600055" + "00"; // SSTORE(0, SLOAD(0) + 1)
    }
}
