package thymus.ci.check;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import thymus.ci.verdict.Testing;
import thymus.spec.text.NumberText;
import thymus.spec.tree.Property;

/**
 * What is maximized without a claim gets an upper bound after fuzzing: a proof is tried that it never exceeds the value
 * that was reached. Used by the deciding thread.
 */
final class Tightening {
    private final ProofWorkers provers;
    /** What was tried of the properties whose proofs run. */
    private final Map<String, Optional<Testing>> open = new LinkedHashMap<>();

    Tightening(ProofWorkers provers) {
        this.provers = provers;
    }

    /** Whether a proof was begun; the property is then decided when it ends. */
    boolean begin(Property property, BigInteger reached, Optional<Testing> testing) {
        Optional<Property.Maximum> unclaimed = property.maximum().filter(m -> !m.isClaimed());
        unclaimed.ifPresent(maximum -> {
            open.put(property.name(), testing);
            provers.tighten(maximum.below(property.name(), reached.add(BigInteger.ONE), property.span()), reached);
        });
        return unclaimed.isPresent();
    }

    /** What the proof says of the property, for which no bound is claimed. */
    static ProofResult result(String property, BigInteger reached, ProofResult result) {
        String sentence =
                unclaimed(property) + ", and that it never exceeds " + NumberText.value(reached) + " was not proved: ";
        return switch (result) {
            case ProofResult.Proved _, ProofResult.Crashed _ -> result;
            case ProofResult.ProvedToDepth p ->
                new ProofResult.ProvedToDepth(p.depth(), sentence + p.open(), p.assumptions());
            case ProofResult.Candidate _ -> new ProofResult.Undecided(sentence + "a sequence may lead to more");
            case ProofResult.Vacuous _ -> new ProofResult.Undecided(sentence + "the prover found no state to judge");
            case ProofResult.Undecided u -> new ProofResult.Undecided(sentence + u.reason());
        };
    }

    static String unclaimed(String property) {
        return "no bound is claimed (write: claim " + property + " <= …;)";
    }

    /** What was tried of a property whose proof has ended. */
    Optional<Testing> end(String property) {
        return open.remove(property);
    }
}
