package thymus.ci.init;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import thymus.ci.CiException;
import thymus.ci.check.Crash;
import thymus.ci.engine.CheckTarget;
import thymus.contracts.artifact.ArtifactException;
import thymus.contracts.artifact.ArtifactStore;
import thymus.spec.SpecException;
import thymus.spec.check.SpecificationReader;
import thymus.spec.format.Formatter;
import thymus.spec.syntax.Source;

/** Writes the first specification of compiled contracts. */
public final class FirstSpecification {
    /** Pairs of variables are many. */
    private static final int MOST_CANDIDATES = 240;

    private final Path artifacts;
    private final ArtifactStore store;
    private final Set<String> wanted;
    private final Names names = new Names();

    /**
     * What was written.
     *
     * @param name of the contract that is deployed last, which uses others
     * @param text of the specification, formatted
     * @param remarks sentences for whoever asked for it
     */
    public record Written(String name, String text, List<String> remarks) {
        public Written {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * How hard invariants are looked for.
     *
     * @param transactions that the fuzzer runs; 0: no invariant is looked for
     * @param budget of the fuzzer, and once more of the prover
     * @param folder for files of no use later
     */
    public record Effort(long seed, long transactions, Duration budget, Path folder) {}

    /**
     * @param artifacts the compiled contracts
     * @param wanted the names of the contracts to deploy; empty: those that are the project's own
     */
    public FirstSpecification(Path artifacts, Set<String> wanted) {
        this.artifacts = artifacts;
        this.store = ArtifactStore.at(artifacts);
        this.wanted = Set.copyOf(wanted);
    }

    /** Hears of what is being done. */
    public interface Listener {
        /** The name of the contract that is deployed last is known, before invariants are looked for. */
        void named(String contract);

        void progress(String sentence);
    }

    /** Finds a setup, and invariants of it. */
    public Written write(Effort effort, Crash crash, Listener listener) throws InterruptedException {
        ContractSelection selection = ContractSelection.of(store.listings(), wanted);
        SetupSearch.Found found = new SetupSearch(new Links(selection), store, names).run();
        List<LeftOut> leftOut = new ArrayList<>(selection.leftOut());
        leftOut.addAll(found.leftOut());
        List<String> remarks = new ArrayList<>(LeftOut.sentences(leftOut));
        store.problems().stream().map(p -> "Not read: " + p).forEach(remarks::add);
        if (store.listings().isEmpty() && store.problems().isEmpty()) {
            throw new CiException.WrongInput(artifacts + ": no compiled contract is here; compile first, and name"
                    + " Foundry's out/, Hardhat's artifacts/ or the standard JSON output of solc");
        }
        if (found.draft().deployments().isEmpty()) {
            throw new CiException.WrongInput(artifacts + ": no contract here could be deployed"
                    + remarks.stream().map(r -> "\n  " + r).collect(Collectors.joining()));
        }
        SetupDraft draft = found.draft();
        listener.named(draft.deployments().getLast().declared());
        List<ValueFlow> flows = ValueFlow.of(draft, names).stream()
                .filter(f -> isAccepted(draft, f.declaration() + f.limit()))
                .toList();
        List<Mining.Kept> kept = List.of();
        if (effort.transactions() > 0) {
            Mining mining = new Mining(effort, crash, listener::progress);
            kept = mined(mining, draft, flows, remarks);
        }
        String text = new SpecificationText(draft, flows, kept, LeftOut.sentences(leftOut)).text();
        String formatted = Formatter.format(new Source(SetupDraft.FILE, text));
        SpecificationReader.read(formatted, SetupDraft.FILE, store); // what does not read is a fault of ours
        return new Written(draft.deployments().getLast().declared(), formatted, remarks);
    }

    /** @param remarks gets what was found */
    private List<Mining.Kept> mined(Mining mining, SetupDraft draft, List<ValueFlow> flows, List<String> remarks)
            throws InterruptedException {
        List<CandidateClaim> candidates = Candidates.of(draft, flows, names).stream()
                .filter(c -> isAccepted(draft, c.declaration()))
                .limit(MOST_CANDIDATES)
                .toList();
        Mining.Result mined = mining.run(target(draft, candidates), candidates);
        List<Mining.Kept> kept = ImpliedClaims.of(mined.kept());
        remarks.add(kept.size() + " of " + candidates.size() + " candidates for invariants are in the file: "
                + mined.falsified() + " were broken, others were not proved or follow from these.");
        if (mined.isCut()) {
            remarks.add("The time was used up before all were decided; --for gives more.");
        }
        return kept;
    }

    private CheckTarget target(SetupDraft draft, List<CandidateClaim> candidates) {
        String properties = candidates.stream().map(CandidateClaim::declaration).collect(Collectors.joining());
        return new CheckTarget(
                Path.of(SetupDraft.FILE), Optional.of(artifacts), draft.with(properties, store), Optional.empty());
    }

    /** A type that nobody knows, for instance, makes a claim about a variable unreadable. */
    private boolean isAccepted(SetupDraft draft, String declaration) {
        try {
            draft.with(declaration, store);
            return true;
        } catch (SpecException e) {
            return false;
        }
    }

    /** Whether a check of the file finds the contracts by itself. */
    public boolean isFoundFrom(Path specification) {
        ArtifactStore beside = ArtifactStore.beside(specification);
        try {
            return store.listings().stream()
                    .filter(l -> l.artifact().get().creation().size() > 0)
                    .allMatch(l -> beside.artifact(l.reference())
                            .file()
                            .toAbsolutePath()
                            .normalize()
                            .equals(l.file().toAbsolutePath().normalize()));
        } catch (ArtifactException e) {
            return false;
        }
    }
}
