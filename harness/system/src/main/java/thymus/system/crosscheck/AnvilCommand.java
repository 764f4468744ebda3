package thymus.system.crosscheck;

import java.util.List;
import thymus.evm.interpreter.BlockContext;

/** The command-line options that give anvil's chain the same rules as ours. */
final class AnvilCommand {
    static final String HARDFORK = "osaka";

    private AnvilCommand() {}

    /** @param block the first block to mine */
    static List<String> arguments(BlockContext block) {
        return List.of(
                "--hardfork",
                HARDFORK,
                "--chain-id",
                block.chainId().toBigInteger().toString(),
                "--number",
                Long.toString(Math.max(0, block.number() - 1)),
                "--timestamp",
                Long.toString(block.timestamp()),
                "--gas-limit",
                Long.toString(block.gasLimit()),
                "--block-base-fee-per-gas",
                block.baseFee().toBigInteger().toString(),
                "--gas-price",
                "0",
                "--accounts",
                "0",
                "--disable-default-create2-deployer",
                "--no-mining");
    }
}
