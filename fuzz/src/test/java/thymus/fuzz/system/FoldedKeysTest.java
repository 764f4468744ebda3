package thymus.fuzz.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.CampaignResult;

/** Sums over mappings of which the compiler has hashed a key, so that no execution shows it. */
@Tag("integration")
class FoldedKeysTest {
    private static CampaignResult run() throws URISyntaxException {
        Path specification = Path.of(FoldedKeysTest.class
                .getResource("/thymus/fuzz/folded/Folded.inv")
                .toURI());
        return new Campaign(Corpus.deploy(specification), CampaignOptions.of(1, 4_000), CampaignListener.SILENT).run();
    }

    /** Of each property what could not be judged and why: most of them can be in every state. */
    @Test
    void aSumIsRightOrHasNoValue() throws URISyntaxException {
        CampaignResult result = run();
        assertEquals(
                List.of("roleTight"),
                result.findings().stream().map(f -> f.property().name()).toList());
        assertEquals(List.of(), result.errors());
        Map<String, String> doubts = new TreeMap<>();
        result.properties()
                .forEach(p -> p.doubt().ifPresent(d -> doubts.put(p.property().name(), d)));
        assertEquals(Set.of("anywhereSum", "preSum"), doubts.keySet());
        assertTrue(
                doubts.get("preSum").startsWith("sum(pre.m) is not known: pre has written its storage at 0x6fb522d0"),
                doubts::toString);
        assertTrue(result.properties().stream().allMatch(p -> p.judged() > 0));
    }
}
