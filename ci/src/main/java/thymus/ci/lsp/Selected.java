package thymus.ci.lsp;

import java.util.List;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.spec.contract.StorageType;

/**
 * What a chain of names comes to.
 *
 * @param members those that the last name may mean; empty where nothing is known
 * @param type of the variable that is selected, where it is one
 */
record Selected(List<Member> members, Optional<StorageType> type) {
    private static final Selected NOTHING = new Selected(List.of(), Optional.empty());

    /** @param contract the first name of the chain, where it is a contract */
    static Selected of(Artifact contract, List<String> selections) {
        Selected selected = NOTHING;
        List<Member> open = Member.of(contract);
        for (String part : selections) {
            if (part.equals(Chain.INDEX)) {
                Optional<StorageType> element = selected.type().flatMap(Member::element);
                selected = new Selected(selected.members(), element);
            } else if (part.equals(Chain.CALL)) {
                selected = new Selected(selected.members(), Optional.empty());
            } else {
                List<Member> found =
                        open.stream().filter(m -> m.name().equals(part)).toList();
                Optional<StorageType> type =
                        found.stream().flatMap(m -> m.type().stream()).findFirst();
                selected = new Selected(found, type);
            }
            open = selected.type().map(Member::in).orElse(List.of());
        }
        return selected;
    }
}
