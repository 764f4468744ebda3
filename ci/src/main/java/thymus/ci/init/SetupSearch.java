package thymus.ci.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactStore;
import thymus.evm.HarnessException;
import thymus.spec.SpecException;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.DeployedSystem;

/** Looks for a setup that works: it deploys one contract after the other, with several guesses of its arguments. */
final class SetupSearch {
    private static final int MOST_ACTORS = 12;
    private static final List<String> USERS = List.of("alice", "bob");

    private final Links links;
    private final ArtifactStore store;
    private final Names names;
    private final List<DeployedContract> deployments = new ArrayList<>();
    private final Map<String, String> instances = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, String> actors = new LinkedHashMap<>();

    /**
     * The setup that was found.
     *
     * @param leftOut the contracts whose constructors refused every guess
     */
    record Found(SetupDraft draft, List<LeftOut> leftOut) {}

    SetupSearch(Links links, ArtifactStore store, Names names) {
        this.links = links;
        this.store = store;
        this.names = names;
    }

    Found run() {
        actors.put("deployer", names.claim("deployer"));
        USERS.forEach(user -> actors.put(user, names.claim(user)));
        for (Artifact contract : links.order()) {
            List<Optional<Artifact>> needed = links.ofConstructor(contract);
            Optional<String> missing = needed.stream()
                    .flatMap(Optional::stream)
                    .map(Artifact::reference)
                    .filter(r -> !instances.containsKey(r))
                    .findFirst();
            if (missing.isPresent()) {
                leftOut.add(new LeftOut(contract.reference(), "it takes " + missing.get() + ", which is left out"));
            } else {
                deploy(contract);
            }
        }
        return new Found(new SetupDraft(deployments, List.copyOf(actors.values())), List.copyOf(leftOut));
    }

    private void deploy(Artifact contract) {
        String declared = names.claim(contract.name());
        String instance = names.claim(Names.small(contract.name()));
        Optional<Initializer> initializer = initializer(contract);
        String refusal = "";
        for (int attempt = 0; attempt < ValueGuess.ATTEMPTS; attempt++) {
            for (DeployedContract guess : guesses(contract, initializer, declared, instance, attempt)) {
                Optional<String> refused = refusal(guess);
                if (refused.isEmpty()) {
                    deployments.add(guess);
                    instances.put(contract.reference(), instance);
                    return;
                }
                refusal = refusal.isEmpty() ? refused.get() : refusal;
            }
            if (contract.model().constructor().isEmpty()) {
                break;
            }
        }
        leftOut.add(new LeftOut(contract.reference(), "its constructor refuses the guessed arguments: " + refusal));
    }

    /** The function that sets up what a proxy shows, with the deployed contracts that its parameters take. */
    private record Initializer(FunctionModel function, List<Optional<Artifact>> fitting) {}

    private Optional<Initializer> initializer(Artifact contract) {
        return contract.model().functions().stream()
                .filter(f -> f.name().equals("initialize") && f.mutability().changesState())
                .findFirst()
                .map(f -> new Initializer(f, deployed(links.of(contract, f))));
    }

    /** With a call of the initializer, where there is one, and without. */
    private List<DeployedContract> guesses(
            Artifact contract, Optional<Initializer> initializer, String declared, String instance, int attempt) {
        List<String> arguments = contract.model()
                .constructor()
                .map(f -> arguments(f, links.ofConstructor(contract), attempt))
                .orElse(List.of());
        List<DeployedContract> guesses = new ArrayList<>();
        initializer
                .map(i -> arguments(i.function(), i.fitting(), attempt))
                .ifPresent(a ->
                        guesses.add(new DeployedContract(contract, declared, instance, arguments, Optional.of(a))));
        guesses.add(new DeployedContract(contract, declared, instance, arguments, Optional.empty()));
        return guesses;
    }

    private List<Optional<Artifact>> deployed(List<Optional<Artifact>> fitting) {
        return fitting.stream()
                .map(a -> a.filter(c -> instances.containsKey(c.reference())))
                .toList();
    }

    private List<String> arguments(FunctionModel function, List<Optional<Artifact>> fitting, int attempt) {
        ValueGuess guess = new ValueGuess(attempt, this::actor);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < function.inputs().size(); i++) {
            Parameter parameter = function.inputs().get(i);
            int position = i;
            arguments.add(fitting.get(i)
                    .map(a -> instances.get(a.reference()))
                    .orElseGet(() -> guess.of(parameter, position)));
        }
        return arguments;
    }

    /** The actor that a parameter is named after: initialOwner is the owner. */
    private String actor(String parameter) {
        String word = Names.small(parameter.replaceAll("^(initial|new|the)(?=[A-Z])", ""));
        if (word.isEmpty() || (!actors.containsKey(word) && actors.size() >= MOST_ACTORS)) {
            return actors.get(USERS.getFirst());
        }
        return actors.computeIfAbsent(word, names::claim);
    }

    private Optional<String> refusal(DeployedContract guess) {
        List<DeployedContract> all = new ArrayList<>(deployments);
        all.add(guess);
        try {
            SetupDraft draft = new SetupDraft(all, List.copyOf(actors.values()));
            DeployedSystem.deploy(draft.with("", store), store, Optional.empty());
            return Optional.empty();
        } catch (HarnessException | SpecException e) {
            return Optional.of(String.valueOf(e.getMessage())
                    .replaceFirst("^" + Pattern.quote(SetupDraft.FILE) + ":[0-9]+:[0-9]+: ", ""));
        }
    }
}
