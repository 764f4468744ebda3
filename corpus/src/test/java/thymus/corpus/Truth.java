package thymus.corpus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.ci.expected.ExpectedFile;
import thymus.ci.verdict.PropertyVerdict;
import thymus.ci.verdict.Verdict;

/**
 * What {@code NAME.expected.json} says of a file below {@code soundness}: not one verdict for each property, but
 * whether it is true, and how much of that must be found out.
 *
 * @param properties by name, all of the file's
 * @param assumptions a part of each assumption that may be printed
 */
record Truth(Map<String, Claim> properties, List<String> assumptions) {

    /**
     * @param found whether nothing less than a proof of a true claim, or a counterexample to a false one, will do; what
     *     decides the other way is wrong in any case
     */
    record Claim(boolean truth, boolean found) {

        /** What is wrong with the verdict; empty if nothing is. */
        Optional<String> fault(PropertyVerdict judgement) {
            Verdict verdict = judgement.verdict();
            boolean wrong = switch (verdict) {
                case Verdict.Falsified f -> truth;
                case Verdict.Proved p -> !truth;
                case Verdict.Vacuous v -> !truth || found;
                case Verdict.Erroneous e -> true;
                case Verdict.ProvedToDepth p -> found;
                case Verdict.Tested t -> found;
                case Verdict.Unknown u -> found;
            };
            return wrong
                    ? Optional.of(judgement.property() + " is " + truth + (found ? ", which must be found" : "")
                            + ", but " + verdict)
                    : Optional.empty();
        }

        /** Whether the verdict falls short of what is demanded, and is not wrong in itself: more time may mend it. */
        boolean missed(PropertyVerdict judgement) {
            return fault(judgement).isPresent()
                    && new Claim(truth, false).fault(judgement).isEmpty();
        }
    }

    /** The properties that must be decided and are not yet; what is decided wrongly is not among them. */
    Set<String> missed(List<PropertyVerdict> judgements) {
        return judgements.stream()
                .filter(judgement -> properties.get(judgement.property()).missed(judgement))
                .map(PropertyVerdict::property)
                .collect(Collectors.toSet());
    }

    static Truth read(Path specification) {
        ExpectedFile expected = ExpectedFile.read(specification);
        Map<String, Claim> properties = new LinkedHashMap<>();
        expected.properties()
                .forEach((name, verdict) -> properties.put(name, new Claim(!verdict.isAttack(), verdict.demanded())));
        return new Truth(properties, expected.assumptions());
    }
}
