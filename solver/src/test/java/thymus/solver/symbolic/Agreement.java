package thymus.solver.symbolic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.solver.term.IntTerm;
import thymus.solver.term.TermEvaluator;

/** Holds the paths of symbolic execution, under known values, to what the interpreter did with these values. */
public record Agreement(Receipt receipt, TermEvaluator evaluator, Supplier<String> where) {
    /** The one path whose conditions hold; it ends as the transaction did. */
    public PathOutcome only(List<PathOutcome> outcomes) {
        List<PathOutcome> taken = outcomes.stream()
                .filter(o -> o.conditions().stream().allMatch(evaluator::truth))
                .toList();
        assertEquals(1, taken.size(), () -> "outcomes that are possible at once: " + where.get());
        PathOutcome outcome = taken.getFirst();
        assertEquals(receipt.ok(), outcome.ok(), () -> "success: " + where.get());
        assertArrayEquals(
                Arrays.copyOf(receipt.output(), receipt.output().length / 32 * 32),
                bytes(outcome.output()),
                () -> "output: " + where.get());
        logs(outcome);
        return outcome;
    }

    private void logs(PathOutcome outcome) {
        assertEquals(receipt.logs().size(), outcome.logs().size(), () -> "logs: " + where.get());
        for (int i = 0; i < receipt.logs().size(); i++) {
            Log expected = receipt.logs().get(i);
            SymbolicLog log = outcome.logs().get(i);
            assertEquals(
                    expected.address().word().toBigInteger(),
                    evaluator.value(log.address()),
                    () -> "emitter: " + where.get());
            assertEquals(
                    expected.topics(),
                    log.topics().stream().map(evaluator::value).map(Word::of).toList(),
                    () -> "topics: " + where.get());
            byte[] data = expected.data();
            assertArrayEquals(
                    Arrays.copyOf(data, (data.length + 31) / 32 * 32),
                    bytes(log.data()),
                    () -> "event data: " + where.get());
        }
    }

    /** @param contract whose storage is compared, by the name that terms give it */
    public void storage(PathOutcome outcome, String contract, Map<Word, Word> before, Map<Word, Word> after) {
        Map<Word, Word> settled = new HashMap<>(after);
        settled.values().removeIf(Word::isZero);
        assertEquals(
                settled,
                ConcreteStorage.after(before, contract, outcome.world(), evaluator),
                () -> "storage of " + contract + ": " + where.get());
    }

    private byte[] bytes(List<IntTerm> words) {
        byte[] bytes = new byte[32 * words.size()];
        for (int i = 0; i < words.size(); i++) {
            System.arraycopy(Word.of(evaluator.value(words.get(i))).toBytes32(), 0, bytes, 32 * i, 32);
        }
        return bytes;
    }
}
