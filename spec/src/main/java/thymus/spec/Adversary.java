package thymus.spec;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/**
 * What the adversary may do. Everything that narrows it is an assumption of a proof and is printed.
 *
 * @param trusted actors whose transactions are left out, or those of them that call certain functions
 * @param excluded functions that are never called as transactions
 * @param minimumAdvance least number of seconds between two transactions
 * @param maximumAdvance greatest number of seconds between two transactions; empty: any
 * @param until the clock stays below this Unix time; empty: the 64 bits of a block header
 */
public record Adversary(
        List<Trust> trusted,
        List<Exclusion> excluded,
        BigInteger minimumAdvance,
        Optional<BigInteger> maximumAdvance,
        Optional<BigInteger> until) {
    /** An empty list of functions trusts the actor with everything: it sends no transaction at all. */
    public record Trust(String actor, List<Exclusion> functions, Span span) {
        public Trust {
            functions = List.copyOf(functions);
        }
    }

    public record Exclusion(String instance, FunctionModel function, Span span) {}

    public Adversary {
        trusted = List.copyOf(trusted);
        excluded = List.copyOf(excluded);
    }
}
