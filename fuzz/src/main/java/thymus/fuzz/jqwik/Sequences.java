package thymus.fuzz.jqwik;

import java.math.BigInteger;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.run.Bench;
import thymus.fuzz.run.Testbed;

/** Where jqwik tests get sequences of a system from. */
public final class Sequences {
    private Sequences() {}

    /** @param names what reports call an address */
    static Arbitrary<StepSequence> of(Testbed testbed, Function<BigInteger, String> names) {
        return new SequenceArbitrary(
                new Bench(testbed), CampaignOptions.DEFAULT_SEQUENCE_LENGTH, new StepText(names));
    }
}
