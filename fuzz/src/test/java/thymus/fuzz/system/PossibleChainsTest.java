package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.fuzz.Finding;
import thymus.fuzz.Judging;
import thymus.spec.SpecException;
import thymus.spec.check.SpecificationReader;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** Campaigns over contracts that count visits, and add up what is narrower than a word. */
class PossibleChainsTest {
    private static final String VISITORS = """
            contract Visitors = "Chains.sol:Visitors";
            actor alice, bob;
            setup { v = new Visitors() from alice value 5 ether; }
            """;
    private static final String NARROW = """
            contract Narrow = "Chains.sol:Narrow";
            actor alice, bob;
            setup { n = new Narrow() from alice; }
            """;

    private static CampaignResult run(String text, Judging judging) throws URISyntaxException {
        ArtifactStore store = ArtifactStore.at(Path.of(PossibleChainsTest.class
                .getResource("/thymus/fuzz/chains/artifacts")
                .toURI()));
        DeployedSystem system = DeployedSystem.deploy(SpecificationReader.read(text, "chains.inv", store), store);
        CampaignOptions options = CampaignOptions.of(1, 3_000).judging(judging);
        return new Campaign(system, options, CampaignListener.SILENT).run();
    }

    private static List<String> broken(String text) throws URISyntaxException {
        CampaignResult result = run(text, Judging.EVERY);
        assertEquals(List.of(), result.errors());
        return result.findings().stream().map(f -> f.property().name()).toList();
    }

    /** One visit less is always found to be possible. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time advances 9_000_000_000_000_000_000 .. 9_100_000_000_000_000_000; | 2
            time advances 2 ** 62 .. 2 ** 62;                                     | 3
            time advances 100 .. 200; time until 1_700_000_500;                   | 4
            time advances 100 .. 100; time until 1_700_000_501;                   | 5
            time advances 1 .. 2 ** 80; time until 2 ** 80; excludes v.pull;      | 1_000_000
            """)
    void noMoreStepsThanFitIntoTheTime(String adversary, String most) throws URISyntaxException {
        String file = VISITORS + "adversary { " + adversary + " } invariant most: v.visits() <= " + most + ";"
                + "invariant forward: prev(v.latest()) < now || v.visits() == 0;"
                + "invariant less: v.visits() < " + most + ";";
        for (Judging judging : Judging.values()) {
            List<String> expected = most.equals("1_000_000") ? List.of() : List.of("less");
            assertEquals(
                    expected,
                    run(file, judging).findings().stream()
                            .map(f -> f.property().name())
                            .toList());
        }
    }

    @Test
    void aCampaignEndsWhereNoStepFits() throws URISyntaxException {
        CampaignResult result = run(
                VISITORS + "adversary { time advances 7 .. 7; time until 1_700_000_007; } invariant i: v.visits() < 1;",
                Judging.EVERY);
        assertEquals(0, result.transactions());
        assertEquals(List.of(), result.findings());
        assertEquals(
                List.of("no transaction fits into the time that the specification leaves after setup"), result.stops());
    }

    @Test
    void everyStepOfAShrunkSequenceObeysTheFile() throws URISyntaxException {
        CampaignResult result = run(
                VISITORS + "adversary { time advances 5 .. 9; }" + "invariant i: v.latest() < 1_700_000_020;",
                Judging.EVERY);
        Finding finding = result.findings().getFirst();
        assertEquals(
                List.of(),
                finding.steps().stream()
                        .map(Step::seconds)
                        .filter(s -> s < 5 || s > 9)
                        .toList());
    }

    @Test
    void onlyAccountsSendAndOnlyWhatTheyHave() throws URISyntaxException {
        assertEquals(List.of("fee"), broken(VISITORS + """
                invariant zero: v.last() != address(0) && v.count(address(0)) == 0;
                invariant precompile: v.count(0x0000000000000000000000000000000000000009) == 0;
                invariant contract_: v.count(v) == 0 && v.last() != v;
                invariant paid: msg.value < 2 ** 128 && prev(msg.value) < 2 ** 128 && v.most() < 2 ** 128;
                invariant held: balance(v) < 2 ** 128 && balance(alice) < 2 ** 128;
                rule sent: on ok(v.visit from alice): msg.value <= prev(balance(alice));
                invariant fee: v.most() < 3 ether;
                """));
    }

    @Test
    void aSumReadsOnlyTheFieldsOfItsType() throws URISyntaxException {
        assertEquals(List.of("reached"), broken(NARROW + """
                invariant arrays: sum(n.arr[64]) == n.total();
                invariant others: sum(n.arr[0]) + sum(n.arr[63]) == 0;
                invariant signed_: sum(n.signed) == n.signedTotal();
                rule above: on ok(n.above): sum(n.wide) == prev(sum(n.wide));
                rule beside: on ok(n.beside): sum(n.arr[64]) == prev(sum(n.arr[64]));
                rule smeared: on ok(n.smear): sum(n.signed) == prev(sum(n.signed));
                invariant reached: sum(n.signed) > -100;
                """));
    }

    /** Types that are no numbers, or more than one, are refused where the file is read. */
    @ParameterizedTest
    @CsvSource({"flags", "tags", "pairs"})
    void whatIsNoNumberIsNotAddedUp(String mapping) {
        assertThrows(SpecException.class, () -> broken(NARROW + "invariant i: sum(n." + mapping + ") == 0;"));
    }
}
