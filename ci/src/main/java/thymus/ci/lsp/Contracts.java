package thymus.ci.lsp;

import java.util.List;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactException;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;

/** The compiled contracts that the names of an outline stand for. */
record Contracts(Outline outline, Optional<ArtifactStore> store) {
    /** @param name of a declared contract, or of an instance */
    Optional<Artifact> of(String name) {
        Optional<Declared> declared = outline.declaration(name);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        if (declared.get().kind().equals("instance")) {
            return outline.declaration(declared.get().detail())
                    .filter(d -> d.kind().equals("contract"))
                    .flatMap(this::artifact);
        }
        return declared.filter(d -> d.kind().equals("contract")).flatMap(this::artifact);
    }

    private Optional<Artifact> artifact(Declared contract) {
        try {
            return store.filter(s -> !contract.detail().isEmpty()).map(s -> s.interfaceOf(contract.detail()));
        } catch (ArtifactException e) {
            return Optional.empty(); // a diagnostic says so
        }
    }

    /** What a contract declaration can name. */
    List<String> references() {
        try {
            return store.map(ArtifactStore::references).orElse(List.of());
        } catch (HarnessException e) {
            return List.of();
        }
    }
}
