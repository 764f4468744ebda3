package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.evm.interpreter.Receipt;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.solver.registry.Solvers;
import thymus.solver.smt.SmtResult;
import thymus.solver.state.Ether;
import thymus.solver.state.Region;
import thymus.solver.state.SlotLocation;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Replacer;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.solver.term.UnknownFunctions;

/**
 * Holds symbolic execution that approximates to the interpreter: what it did must be among what the outcomes allow, for
 * some value of the unknowns that stand for what was not followed.
 *
 * @param symbols those that have a value; all others may have any
 * @param functions empty for one that may have any value
 */
public record Inclusion(Terms terms, Map<String, BigInteger> symbols, Functions functions) {
    public interface Functions {
        Optional<UnknownFunctions> of(String name);
    }

    public boolean includes(List<PathOutcome> outcomes, Receipt receipt, String contract, Map<Word, Word> after) {
        return outcomes.stream().anyMatch(outcome -> includes(outcome, receipt, contract, after));
    }

    /** Whether some outcome has an unknown that only an approximation makes. */
    public static boolean approximates(Terms terms, List<PathOutcome> outcomes) {
        Set<String> names = new HashSet<>();
        Replacer collector = new Replacer(terms, new Replacer.Unknowns() {
            @Override
            public IntTerm symbol(IntTerm.Symbol symbol) {
                names.add(symbol.name());
                return symbol;
            }

            @Override
            public IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments) {
                names.add(apply.function().name());
                return apply;
            }
        });
        for (PathOutcome outcome : outcomes) {
            outcome.conditions().forEach(collector::replace);
            collector.replaceAll(outcome.output());
            outcome.logs().forEach(log -> {
                collector.replaceAll(log.topics());
                collector.replaceAll(log.data());
            });
            outcome.world()
                    .writes()
                    .values()
                    .forEach(writes -> writes.forEach(write -> {
                        collector.replaceAll(write.keys());
                        collector.replaceAll(write.values());
                    }));
        }
        return names.stream()
                .anyMatch(name -> name.contains("!") || name.equals("data") || name.startsWith(Ether.RENEWED));
    }

    private boolean includes(PathOutcome outcome, Receipt receipt, String contract, Map<Word, Word> after) {
        if (outcome.ok() != receipt.ok()
                || outcome.logs().size() != receipt.logs().size()) {
            return false;
        }
        Replacer replacer = new Replacer(terms, new Values());
        List<BoolTerm> claims = new ArrayList<>();
        outcome.conditions().forEach(condition -> claims.add(replacer.replace(condition)));
        if (32 * outcome.output().size() > receipt.output().length) {
            return false;
        }
        equal(claims, replacer, outcome.output(), receipt.output());
        for (int i = 0; i < receipt.logs().size(); i++) {
            Log expected = receipt.logs().get(i);
            SymbolicLog log = outcome.logs().get(i);
            if (expected.topics().size() != log.topics().size()) {
                return false;
            }
            for (int k = 0; k < log.topics().size(); k++) {
                claims.add(terms.equal(
                        replacer.replace(log.topics().get(k)),
                        terms.constant(expected.topics().get(k).toBigInteger())));
            }
            claims.add(terms.equal(replacer.replace(log.size()), terms.constant(expected.data().length)));
            equal(claims, replacer, log.wholeWords(), expected.data());
        }
        for (Map.Entry<Region, List<SymbolicWorld.Write>> write :
                outcome.world().writes().entrySet()) {
            Region region = write.getKey();
            if (region.isPlain() && region.contract().equals(contract)) {
                IntTerm value = outcome.world()
                        .read(new SlotLocation(region, List.of()), 0, new Simplifier(terms, PathFacts.none(terms)));
                Word word = after.getOrDefault(Word.of(region.slot()), Word.ZERO);
                claims.add(terms.equal(replacer.replace(value), terms.constant(word.toBigInteger())));
            }
        }
        return Solvers.standard().open(300_000).check(claims) instanceof SmtResult.Satisfiable;
    }

    private void equal(List<BoolTerm> claims, Replacer replacer, List<IntTerm> words, byte[] bytes) {
        for (int i = 0; i < words.size() && 32 * i + 32 <= bytes.length; i++) {
            byte[] word = Arrays.copyOfRange(bytes, 32 * i, 32 * i + 32);
            claims.add(terms.equal(replacer.replace(words.get(i)), terms.constant(new BigInteger(1, word))));
        }
    }

    private final class Values implements Replacer.Unknowns {
        @Override
        public IntTerm symbol(IntTerm.Symbol symbol) {
            BigInteger known = symbols.get(symbol.name());
            return known == null
                    ? functions
                            .of(symbol.name())
                            .map(f -> terms.constant(f.value(symbol.name(), List.of(), symbol.range())))
                            .orElse(symbol)
                    : terms.constant(known);
        }

        @Override
        public IntTerm apply(IntTerm.Apply apply, List<IntTerm> arguments) {
            List<BigInteger> values = arguments.stream()
                    .flatMap(a -> Terms.constantOf(a).stream())
                    .toList();
            return values.size() < arguments.size()
                    ? terms.apply(apply.function(), arguments)
                    : functions
                            .of(apply.function().name())
                            .map(f -> terms.constant(f.value(apply.function().name(), values, apply.range())))
                            .orElseGet(() -> terms.apply(apply.function(), arguments));
        }
    }
}
