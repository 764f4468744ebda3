package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thymus.evm.code.Bytecode;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;
import thymus.system.execution.Entry;
import thymus.system.execution.Step;

/** An attacker's contract makes several calls in one transaction where contracts can tell, and only there. */
@Tag("integration")
class SeveralCallsTest {
    private static final Path CALLS = Repository.at("corpus/transient/Calls.inv");

    @Test
    void whatTransientStorageHoldsTooLongIsFoundByTheFewestCalls() {
        CampaignResult result =
                new Campaign(Corpus.deploy(CALLS), CampaignOptions.of(1, 60_000), CampaignListener.SILENT).run();
        Map<String, List<Entry>> found = new TreeMap<>();
        result.findings()
                .forEach(f -> found.put(
                        f.property().name(), f.steps().stream().map(Step::entry).toList()));
        List<Entry> two = List.of(Entry.BY_CONTRACT, Entry.SAME_TRANSACTION);
        assertEquals(
                Map.of(
                        "permit_ends",
                        two,
                        "lock_is_released",
                        two,
                        "only_persons_call",
                        two.subList(0, 1),
                        "nobody_has_code",
                        two.subList(0, 1)),
                found);
        assertEquals(List.of(), result.stops());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault/Vault.inv", "bench/Vault.inv", "vault/broken/DoubleCredit.inv"})
    void whereNoContractCanTellNoContractMakesSeveralCalls(String specification) {
        SystemUniverse universe =
                new SystemUniverse(Corpus.deploy(Repository.at("corpus").resolve(specification)));
        assertFalse(universe.joins());
        assertTrue(universe.callsOut());
    }

    @Test
    void instructionsTellWhetherCodeCanTell() {
        assertTrue(tells("5f 5c"), "TLOAD");
        assertTrue(tells("5f 5f 5d 32 50"), "ORIGIN");
        assertTrue(tells("33 80 3b"), "EXTCODESIZE of the caller");
        assertFalse(tells("33 5b5b5b5b 5b5b5b5b 3b"), "of somebody else");
        assertFalse(tells("5f 5f 5d 33 5f 55"), "TSTORE alone");
        assertFalse(tells("61 325c 50"), "a number that looks like instructions");
        assertFalse(tells("00 32"), "data behind the code");
        assertTrue(tells("00 5b 32"), "what a jump leads to");
    }

    private static boolean tells(String code) {
        return Telltale.in(Bytecode.parse(code.replace(" ", "")));
    }
}
