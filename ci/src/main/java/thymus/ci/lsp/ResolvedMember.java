package thymus.ci.lsp;

import java.util.List;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.spec.contract.StorageType;

/**
 * What a path of names comes to.
 *
 * @param members those that the last name may mean; empty where nothing is known
 * @param type of the variable that is selected, where it is one
 */
record ResolvedMember(List<Member> members, Optional<StorageType> type) {
    private static final ResolvedMember NOTHING = new ResolvedMember(List.of(), Optional.empty());

    /** @param contract the first name of the path, where it is a contract */
    static ResolvedMember of(Artifact contract, MemberPath path) {
        ResolvedMember selected = NOTHING;
        List<Member> open = Member.of(contract);
        for (String part : path.selections()) {
            if (part.equals(MemberPath.INDEX)) {
                Optional<StorageType> element = selected.type().flatMap(Member::element);
                selected = new ResolvedMember(selected.members(), element);
            } else if (part.equals(MemberPath.CALL)) {
                selected = new ResolvedMember(selected.members(), Optional.empty());
            } else {
                List<Member> found =
                        open.stream().filter(m -> m.name().equals(part)).toList();
                Optional<StorageType> type =
                        found.stream().flatMap(m -> m.type().stream()).findFirst();
                selected = new ResolvedMember(found, type);
            }
            open = selected.type().map(Member::in).orElse(List.of());
        }
        return selected;
    }
}
