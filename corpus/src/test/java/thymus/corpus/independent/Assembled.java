package thymus.corpus.independent;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Systems of one contract, {@code c}, of a few instructions, and steps that call it. */
final class Assembled {
    private static final String SPECIFICATION = """
            contract C = "C.sol:C";
            actor alice, bob;
            setup { c = new C() from alice; }
            """;

    private Assembled() {}

    /** @param runtime its code, in hexadecimal digits */
    static DeployedSystem system(Path folder, String runtime) throws IOException {
        String code = runtime.replace(" ", "");
        // CODECOPY the rest of the code to memory and RETURN it
        String creation = "60%02x600c60003960%02x6000f3".formatted(code.length() / 2, code.length() / 2) + code;
        Files.createDirectories(folder.resolve("C.sol"));
        Files.writeString(folder.resolve("C.sol/C.json"), """
                {"abi": [], "bytecode": {"object": "0x%s"}, \
                "deployedBytecode": {"object": "0x%s"}}""".formatted(creation, code));
        ArtifactStore store = ArtifactStore.at(folder);
        return DeployedSystem.deploy(SpecificationReader.read(SPECIFICATION, "c.inv", store), store);
    }

    /**
     * The first call of a transaction in which an attacker's contract makes several.
     *
     * @param data hexadecimal digits
     */
    static Step byContract(String data, BigInteger value) {
        return new Step(
                "0x0000000000000000000000000000000000020001",
                "c",
                new StepCall.RawCall(HexFormat.of().parseHex(data)),
                value,
                0,
                0,
                Entry.BY_CONTRACT);
    }

    /** One more of them. */
    static Step again(String data, BigInteger value) {
        return byContract(data, value).entered(Entry.SAME_TRANSACTION);
    }

    static Step call(String sender) {
        return call(sender, BigInteger.ZERO, 0, 0);
    }

    static Step call(String sender, BigInteger value, long seconds, long blocks) {
        return new Step(sender, "c", new StepCall.RawCall(new byte[0]), value, seconds, blocks);
    }
}
