package thymus.system.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.check.SpecificationReader;

/** Systems of one contract, {@code c}, of a few instructions, and the steps of an attacker's contract that call it. */
public final class Assembly {
    public static final String CONTRACT = "0x0000000000000000000000000000000000020001";

    private static final String SPECIFICATION = """
            contract C = "C.sol:C";
            actor alice, bob;
            setup { c = new C() from alice; }
            invariant untouched: balance(c) == 0;
            """;

    private Assembly() {}

    /**
     * @param folder where the specification, c.inv, and its artifact are put
     * @param runtime code in hexadecimal digits
     */
    public static DeployedSystem system(Path folder, String runtime) {
        String code = runtime.replaceAll("\\s", "");
        // CODECOPY the rest of the code to memory and RETURN it
        String creation = "60%02x600c60003960%02x6000f3".formatted(code.length() / 2, code.length() / 2) + code;
        try {
            Files.createDirectories(folder.resolve("C.sol"));
            Files.writeString(folder.resolve("C.sol/C.json"), """
                    {"abi": [], "bytecode": {"object": "0x%s"}, \
                    "deployedBytecode": {"object": "0x%s"}}""".formatted(creation, code));
            Path file = Files.writeString(folder.resolve("c.inv"), SPECIFICATION);
            ArtifactStore store = ArtifactStore.at(folder);
            return DeployedSystem.deploy(SpecificationReader.read(file, store), store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first call of a transaction. */
    public static Step call(String data, long wei) {
        return new Step(
                CONTRACT,
                "c",
                new StepCall.RawCall(HexFormat.of().parseHex(data)),
                BigInteger.valueOf(wei),
                0,
                0,
                Entry.BY_CONTRACT);
    }

    /** One more call. */
    public static Step again(String data, long wei) {
        return call(data, wei).entered(Entry.SAME_TRANSACTION);
    }

    static BigInteger slot(DeployedSystem system, long slot) {
        return system.chain()
                .world()
                .storage(system.addressOf("c"), thymus.evm.primitive.Word.of(slot))
                .toBigInteger();
    }
}
