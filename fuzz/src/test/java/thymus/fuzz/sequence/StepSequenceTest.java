package thymus.fuzz.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.fixtures.Repository;
import thymus.fuzz.FuzzException;
import thymus.fuzz.random.ByteRandom;
import thymus.fuzz.run.GuidedSequences;
import thymus.system.replay.Counterexample;

@Tag("integration")
class StepSequenceTest {
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);
    private static final SequenceSystem VAULT = SequenceSystem.open(Repository.vault(), Optional.empty());

    /** Bytes that make 8 steps. */
    private static byte[] bytes(long seed) {
        byte[] data = new byte[ByteRandom.HEADER + 8 * ByteRandom.STEP];
        new Random(seed).nextBytes(data);
        data[0] = 2 * 7 + 1;
        return data;
    }

    /** A sequence that ends with a deposit of more than nothing. */
    private static StepSequence deposit() {
        GuidedSequences sequences = VAULT.guided(1);
        return IntStream.range(0, 1_000)
                .mapToObj(i -> VAULT.next(sequences))
                .filter(s -> s.size() > 0
                        && s.step(s.size()).calls("deposit")
                        && s.step(s.size()).number("amount").signum() > 0
                        && s.end().failure().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void viewsAreAskedAfterAnyStep() {
        StepSequence sequence = deposit();
        SequenceStep last = sequence.step(sequence.size());
        BigInteger before = sequence.after(sequence.size() - 1).view("sum(vault.shares)");
        assertEquals(before.add(last.number("amount")), sequence.end().view("sum(vault.shares)"));
        assertEquals(
                ETHER.multiply(BigInteger.valueOf(106_000)), sequence.after(0).view("token.balanceOf(vault)"));
        assertFalse(sequence.after(0).holds("vault.tripped()"));
        assertTrue(sequence.after(0).holds("vault.shares(alice) == 50_000e18"));
    }

    /** Questions in any order have the answers of the way that goes from the first step to the last. */
    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        StepSequence sequence = deposit();
        List<BigInteger> forward = IntStream.rangeClosed(0, sequence.size())
                .mapToObj(i -> sequence.after(i).view("sum(vault.shares)"))
                .toList();
        List<BigInteger> backward = IntStream.rangeClosed(0, sequence.size())
                .mapToObj(i -> sequence.after(sequence.size() - i).view("sum(vault.shares)"))
                .toList();
        assertEquals(forward, backward.reversed());
        assertTrue(forward.stream().distinct().count() > 1, forward::toString);
    }

    @Test
    void whatCannotBeAskedIsNamed() {
        StateAfter setup = VAULT.sequence(new byte[0]).after(0);
        String message = assertThrows(FuzzException.class, () -> setup.view("vault.totl()"))
                .getMessage();
        assertTrue(message.startsWith("`vault.totl()` has no value here: "), message);
        assertTrue(message.contains("totl"), message);
    }

    @Test
    void aStepIsReadByName() {
        SequenceStep step = deposit().readable().getLast();
        assertEquals("vault", step.contract());
        assertTrue(step.toString().contains(step.sender() + " calls vault.deposit(amount: "), step::toString);
        String message =
                assertThrows(FuzzException.class, () -> step.number("amont")).getMessage();
        assertTrue(message.endsWith("has no number called amont; its arguments are [amount]"), message);
    }

    @Test
    void equalBytesMakeEqualSequences() {
        assertEquals(VAULT.sequence(bytes(1)).steps(), VAULT.sequence(bytes(1)).steps());
    }

    @Test
    void aChangeInOneStepLeavesThoseBeforeIt() {
        byte[] data = bytes(2);
        byte[] changed = data.clone();
        Arrays.fill(changed, changed.length - ByteRandom.STEP, changed.length, (byte) 0x55);
        List<?> steps = VAULT.sequence(data).steps();
        List<?> others = VAULT.sequence(changed).steps();
        assertEquals(steps.subList(0, 7), others.subList(0, 7));
        assertFalse(steps.equals(others));
    }

    /** Two ways to the same judgement: while the sequence is made, and when it is asked of a part of it. */
    @Test
    void whatWasJudgedOnTheWayIsJudgedAgainAlike() {
        SequenceSystem broken = SequenceSystem.open(Repository.broken("DoubleCredit"), Optional.empty());
        GuidedSequences sequences = broken.guided(1);
        int falsified = 0;
        for (int i = 0; i < 40; i++) {
            StepSequence sequence = broken.next(sequences);
            assertEquals(sequence.holds("solvent"), sequence.without(0, 0).holds("solvent"), sequence::toString);
            falsified += sequence.holds("solvent") ? 0 : 1;
        }
        assertTrue(falsified > 0);
    }

    @Test
    void aFindingSaysWhyAndWhereItIsKept() {
        SequenceSystem broken = SequenceSystem.open(Repository.broken("DoubleCredit"), Optional.empty());
        GuidedSequences sequences = broken.guided(1);
        StepSequence sequence = broken.next(sequences);
        while (sequence.holds("solvent")) {
            sequence = broken.next(sequences);
        }
        String said = assertThrows(AssertionError.class, sequence::check).getMessage();
        List<String> lines = said.lines().toList();
        assertEquals("solvent is broken by 1 step:", lines.get(0));
        assertTrue(lines.get(1).contains(" calls vault.give(to: "), said);
        assertTrue(lines.get(2).contains(" is false"), said);
        Path kept = Path.of(".thymus", "DoubleCredit", "solvent.json");
        assertEquals("replay: thymus replay " + kept, lines.get(3));
        assertEquals(1, Counterexample.read(kept).steps().size());
    }
}
