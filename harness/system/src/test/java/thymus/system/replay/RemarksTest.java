package thymus.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.execution.Systems;

/** Amounts stand beside whole tokens, and times beside dates. */
class RemarksTest {
    private static final String SPECIFICATION = """
            contract Usd = "Tokens.sol:Usd";
            contract Escrow = "Tokens.sol:Escrow";
            actor alice;
            setup {
              start time 1_700_000_000;
              usd = new Usd() from alice;
              escrow = new Escrow() from alice;
            }
            invariant few: escrow.calls() < 9;
            """;

    private final DeployedSystem system = deploy();

    private static DeployedSystem deploy() {
        try {
            ArtifactStore store = ArtifactStore.at(
                    Path.of(RemarksTest.class.getResource("/replay/Tokens.json").toURI()));
            return DeployedSystem.deploy(SpecificationReader.read(SPECIFICATION, "tokens.inv", store), store);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String replay(long seconds, String target, String function, AbiValue... arguments) {
        FunctionModel model = system.functions(target).stream()
                .filter(f -> f.name().equals(function))
                .findFirst()
                .orElseThrow();
        Step step = new Step(
                "alice",
                target,
                new StepCall.FunctionCall(model, List.of(arguments)),
                BigInteger.ZERO,
                seconds,
                seconds == 0 ? 0 : 1);
        String text = ReplayPrinter.print(Replayer.run(system, Systems.property(system, "few"), List.of(step)));
        return text.substring(text.indexOf("step 1"), text.indexOf("\n\nfew"));
    }

    private AbiValue alice() {
        return AbiValue.of(system.addressOf("alice").word().toBigInteger());
    }

    @Test
    void anAmountOfATokenStandsBesideWholeTokens() {
        String expected = """
                step 1
                  alice: usd.mint(to: alice, amount: 1_234_500 (1.2345 at 6 decimals))
                  events
                    usd.Minted(to: alice, amount: 1_234_500 (1.2345 at 6 decimals))
                  changes
                    usd.balances[alice]: 0 -> 1_234_500 (1.2345 at 6 decimals)""";
        assertEquals(expected, replay(0, "usd", "mint", alice(), AbiValue.of(1_234_500)));
    }

    @Test
    void aTimeThatHasNoDateHasNoRemark() {
        long far = 1L << 62;
        String text = replay(far, "escrow", "open", AbiValue.of(500_000), AbiValue.of(far + 1_700_000_000));
        assertTrue(text.contains("deadline: 4_611_686_020_127_387_904)"), text);
    }

    @Test
    void whatIsPlainHasNoRemark() {
        assertEquals("""
                step 1
                  alice: usd.mint(to: alice, amount: 3e6)
                  events
                    usd.Minted(to: alice, amount: 3e6)
                  changes
                    usd.balances[alice]: 0 -> 3e6""", replay(0, "usd", "mint", alice(), AbiValue.of(3_000_000)));
    }

    @Test
    void aTimeStandsBesideItsDateAndItsDistance() {
        String expected = """
                step 1, 1 hour later, 1 block on
                  alice: escrow.open(amount: 500_001 (0.500001 at 6 decimals), \
                deadline: 1_700_003_600 (2023-11-14 23:13:20 UTC, now))
                  changes
                    escrow.tickets[alice].amount: 0 -> 500_001 (0.500001 at 6 decimals)
                    escrow.tickets[alice].readyAt: 0 -> 1_700_176_400 (2023-11-16 23:13:20 UTC, in 2 days)
                    escrow.calls: 0 -> 1""";
        assertEquals(expected, replay(3600, "escrow", "open", AbiValue.of(500_001), AbiValue.of(1_700_003_600)));
    }
}
