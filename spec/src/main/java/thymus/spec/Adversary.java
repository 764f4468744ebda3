package thymus.spec;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.text.Span;

/**
 * The adversary's abilities. Every restriction is an assumption of a proof and is printed.
 *
 * @param trusted actors whose transactions, or whose calls of certain functions, are excluded
 * @param signers actors who sign whatever contracts ask for, although they are trusted; nobody else who is trusted does
 * @param excluded functions that are never called as transactions
 * @param minimumAdvance the least number of seconds between two transactions
 * @param maximumAdvance the greatest number of seconds between two transactions; empty: any
 * @param until the exclusive upper bound of the clock, as Unix time; empty: the 64 bits of a block header
 */
public record Adversary(
        List<Trust> trusted,
        List<String> signers,
        List<Exclusion> excluded,
        BigInteger minimumAdvance,
        Optional<BigInteger> maximumAdvance,
        Optional<BigInteger> until) {
    /** A trusted actor. An empty list of functions means that it sends no transaction at all. */
    public record Trust(String actor, List<Exclusion> functions, Span span) {
        public Trust {
            functions = List.copyOf(functions);
        }
    }

    public record Exclusion(String instance, FunctionModel function, Span span) {}

    public Adversary {
        trusted = List.copyOf(trusted);
        signers = List.copyOf(signers);
        excluded = List.copyOf(excluded);
    }

    /** Whether anybody may get the actor's signature of anything: it is not trusted, or the file says that it signs. */
    public boolean signs(String actor) {
        return signers.contains(actor)
                || trusted.stream().noneMatch(trust -> trust.actor().equals(actor));
    }
}
