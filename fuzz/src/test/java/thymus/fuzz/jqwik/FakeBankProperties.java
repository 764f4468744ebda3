package thymus.fuzz.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import thymus.fuzz.fake.FakeBank;
import thymus.fuzz.sequence.SequenceSystem;
import thymus.fuzz.sequence.StepSequence;
import thymus.system.execution.StepCall;

/** Run by {@link JqwikFaceTest}, not by the build: two of its properties are false on purpose. */
class FakeBankProperties {
    @Provide
    Arbitrary<StepSequence> sequences() {
        return Sequences.of(SequenceSystem.of(FakeBank.testbed(1), BigNames::hex));
    }

    @Property(tries = 50)
    boolean holds(@ForAll("sequences") StepSequence sequence) {
        return sequence.holds("true");
    }

    @Property(tries = 5_000, seed = "1")
    boolean late(@ForAll("sequences") StepSequence sequence) {
        return sequence.holds("late");
    }

    @Property(tries = 100, seed = "1")
    boolean ownJudgement(@ForAll("sequences") StepSequence sequence) {
        return sequence.steps().stream()
                .noneMatch(s -> s.call() instanceof StepCall.FunctionCall c
                        && c.function().name().equals("open"));
    }

    private static final class BigNames {
        static String hex(java.math.BigInteger address) {
            return "0x" + address.toString(16);
        }
    }
}
