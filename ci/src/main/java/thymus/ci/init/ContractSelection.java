package thymus.ci.init;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.ci.CiException;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactException;
import thymus.contracts.artifact.Listing;
import thymus.spec.syntax.Spelling;

/**
 * The compiled contracts that a first specification is about.
 *
 * @param contracts that may be deployed
 * @param others whose interfaces say what fits a parameter
 */
record ContractSelection(List<Artifact> contracts, List<Artifact> others, List<LeftOut> leftOut) {
    /** More are no system that a first file could describe. */
    private static final int MOST = 20;

    /** @param wanted the names of the contracts to deploy; empty: all that are the project's own */
    static ContractSelection of(List<Listing> listings, Set<String> wanted) {
        List<Artifact> contracts = new ArrayList<>();
        List<Artifact> others = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Listing listing : listings) {
            boolean isMeant = wanted.contains(name(listing));
            Reading reading = Reading.of(listing, listings);
            if (reading.artifact().isEmpty()) {
                if (seen.add(listing.reference()) && (wanted.isEmpty() || isMeant)) {
                    leftOut.add(new LeftOut(listing.reference(), reading.trouble()));
                }
                continue;
            }
            Artifact artifact = reading.artifact().get();
            Optional<String> reason = isMeant ? ContractKind.obstacle(artifact) : ContractKind.reason(artifact);
            if (reason.isEmpty() && contracts.size() == MOST) {
                reason = Optional.of("there are more than " + MOST + " contracts; name those that count by --contract");
            }
            boolean isLeftOut = reason.isPresent() || (!wanted.isEmpty() && !isMeant);
            (isLeftOut ? others : contracts).add(artifact);
            reason.filter(r -> wanted.isEmpty() || isMeant)
                    .ifPresent(r -> leftOut.add(new LeftOut(listing.reference(), r)));
        }
        requireKnown(wanted, listings);
        return new ContractSelection(List.copyOf(contracts), List.copyOf(others), List.copyOf(leftOut));
    }

    private static void requireKnown(Set<String> wanted, List<Listing> listings) {
        Set<String> known = listings.stream().map(ContractSelection::name).collect(Collectors.toSet());
        for (String name : wanted) {
            if (!known.contains(name)) {
                String near = Spelling.suggestion(name, known);
                throw new CiException.WrongInput("--contract " + name + ": there is no compiled contract of that name"
                        + (near.isEmpty() ? "" : "; " + near));
            }
        }
    }

    private static String name(Listing listing) {
        return listing.reference().substring(listing.reference().lastIndexOf(':') + 1);
    }

    /** @param trouble why there is no artifact */
    private record Reading(Optional<Artifact> artifact, String trouble) {
        static Reading of(Listing listing, List<Listing> all) {
            String reference = listing.reference();
            if (!Names.isIdentifier(name(listing)) || !reference.matches("[^\"\\\\\\p{Cntrl}]{1,500}")) {
                return new Reading(Optional.empty(), "a specification cannot write its name");
            }
            long times =
                    all.stream().filter(l -> l.reference().equals(reference)).count();
            if (times > 1) {
                return new Reading(
                        Optional.empty(), "it is there " + times + " times; point to the folder of one of them");
            }
            try {
                return new Reading(Optional.of(listing.artifact().get()), "");
            } catch (ArtifactException e) {
                return new Reading(Optional.empty(), "it cannot be read: " + e.getMessage());
            }
        }
    }
}
