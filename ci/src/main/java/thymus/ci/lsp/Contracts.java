package thymus.ci.lsp;

import java.util.List;
import java.util.Optional;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactException;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;

/** The compiled contracts that the names of an outline stand for. */
record Contracts(Outline outline, ArtifactStore store) {
    /** @param name of a declared contract, or of an instance */
    Optional<Artifact> of(String name) {
        return outline.declaration(name).flatMap(declared -> switch (declared) {
            case Declared.Contract contract -> artifact(contract);
            case Declared.Instance instance ->
                outline.declaration(instance.contract())
                        .filter(Declared.Contract.class::isInstance)
                        .flatMap(c -> artifact((Declared.Contract) c));
            case Declared.Actor _, Declared.Other _ -> Optional.empty();
        });
    }

    private Optional<Artifact> artifact(Declared.Contract contract) {
        try {
            return contract.reference().isEmpty()
                    ? Optional.empty()
                    : Optional.of(store.interfaceOf(contract.reference()));
        } catch (ArtifactException e) {
            return Optional.empty(); // a diagnostic says so
        }
    }

    /** What a contract declaration can name. */
    List<String> references() {
        try {
            return store.references();
        } catch (HarnessException e) {
            return List.of();
        }
    }
}
