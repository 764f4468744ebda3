package thymus.contracts.artifact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.contract.FunctionModel;

/**
 * Finds compiled contracts in Foundry's {@code out/}, Hardhat's {@code artifacts/} and standard JSON output of solc.
 *
 * <p>Locations are searched in order, and the first match wins. Not safe for use by several threads.
 */
public final class ArtifactStore implements ContractSource {
    private final List<ArtifactPlace> locations;
    private final Optional<Project> project;
    private final Map<String, Artifact> found = new HashMap<>();
    /** Syntax trees are large, and files name many members. */
    private final Map<String, Optional<Map<String, List<String>>>> enums = new HashMap<>();

    private ArtifactStore(List<ArtifactPlace> locations, Optional<Project> project) {
        this.locations = locations;
        this.project = project;
    }

    /**
     * A store of one location.
     *
     * @param location a folder, searched with its subfolders, or one JSON file
     * @throws ArtifactException if it does not exist
     */
    public static ArtifactStore at(Path location) {
        Optional<Project> project = Optional.ofNullable(
                        location.toAbsolutePath().normalize().getParent())
                .flatMap(Project::around);
        if (!Files.exists(location)) {
            throw new ArtifactException(location + ": there is no such file or folder; "
                    + project.map(p -> "run " + p.command() + " first").orElse("compile the contracts first"));
        }
        return new ArtifactStore(List.of(new ArtifactPlace(location, true)), project);
    }

    /**
     * A store of the default locations: {@code artifacts/} and {@code out/} beside the specification, JSON files beside
     * it, and the output of the surrounding Foundry or Hardhat project.
     */
    public static ArtifactStore beside(Path specification) {
        Path folder = specification.toAbsolutePath().normalize().getParent();
        Optional<Project> project = Project.around(folder);
        List<Path> beside = List.of(folder.resolve("artifacts"), folder.resolve("out"));
        List<ArtifactPlace> locations = new ArrayList<>();
        beside.forEach(location -> locations.add(new ArtifactPlace(location, true)));
        locations.add(new ArtifactPlace(folder, false));
        project.stream()
                .flatMap(p -> p.outputs().stream())
                .filter(location -> !beside.contains(location))
                .forEach(location -> locations.add(new ArtifactPlace(location, true)));
        return new ArtifactStore(locations, project);
    }

    /** A store {@link #at} the given location or, without one, {@link #beside} the specification. */
    public static ArtifactStore open(Optional<Path> location, Path specification) {
        return location.map(ArtifactStore::at).orElseGet(() -> beside(specification));
    }

    @Override
    public Optional<ContractModel> find(String reference) {
        return lookUp(reference).map(Artifact::requireDeployable).map(Artifact::model);
    }

    @Override
    public Optional<ContractModel> findInterface(String reference) {
        return lookUp(reference).map(Artifact::model);
    }

    @Override
    public List<FunctionModel> errors(String reference) {
        return lookUp(reference).map(Artifact::errors).orElse(List.of());
    }

    @Override
    public Optional<Map<String, List<String>>> enums(String reference) {
        return enums.computeIfAbsent(
                reference,
                r -> lookUp(r).flatMap(contract -> SourcePlaces.of(contract).enums(contract)));
    }

    /**
     * The contract to deploy for a reference.
     *
     * @param reference such as {@code Vault} or {@code src/Vault.sol:Vault}
     * @throws ArtifactException if there is no match, several matches, or no deployable one
     */
    public Artifact artifact(String reference) {
        return interfaceOf(reference).requireDeployable();
    }

    /**
     * The contract of a reference, which need not be deployable.
     *
     * @throws ArtifactException if there is no match
     */
    public Artifact interfaceOf(String reference) {
        return lookUp(reference)
                .orElseThrow(() -> new ArtifactException("no compiled contract \"" + reference + "\" in "
                        + description() + "; "
                        + project.map(p -> "run " + p.command() + " first").orElse("compile it first")));
    }

    private Optional<Artifact> lookUp(String text) {
        if (found.containsKey(text)) {
            return Optional.of(found.get(text));
        }
        Reference reference = Reference.parse(text);
        for (ArtifactPlace location : locations) {
            List<ArtifactReader.Entry> matches = location.find(reference);
            if (!matches.isEmpty()) {
                Artifact artifact = choose(text, reference, matches).artifact().get();
                found.put(text, artifact);
                return Optional.of(artifact);
            }
        }
        return Optional.empty();
    }

    /** The contract that compiles to the on-chain code; if several match, the first by source and name. */
    public Optional<Artifact> withCode(byte[] onChain) {
        return locations.stream()
                .flatMap(location -> location.all().stream())
                .sorted(Comparator.comparing(ArtifactReader.Entry::source)
                        .thenComparing(ArtifactReader.Entry::name)
                        .thenComparing(ArtifactReader.Entry::file))
                .flatMap(entry -> readable(entry).stream())
                .filter(artifact -> CodeMatch.matches(artifact.runtime(), onChain))
                .findFirst();
    }

    private static Optional<Artifact> readable(ArtifactReader.Entry entry) {
        try {
            return Optional.of(entry.artifact().get());
        } catch (ArtifactException foreign) {
            return Optional.empty(); // an unreadable file is no match
        }
    }

    private static ArtifactReader.Entry choose(String text, Reference reference, List<ArtifactReader.Entry> matches) {
        List<ArtifactReader.Entry> exact =
                matches.stream().filter(m -> reference.exact(m.source())).toList();
        List<ArtifactReader.Entry> candidates = exact.isEmpty() ? matches : exact;
        if (candidates.size() > 1) {
            throw new ArtifactException("\"" + text + "\" is ambiguous: "
                    + candidates.stream()
                            .map(c -> c.source() + ":" + c.name() + " in " + c.file())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + "; write more of the path, or point --artifacts to one of them");
        }
        return candidates.getFirst();
    }

    @Override
    public List<String> references() {
        return locations.stream()
                .flatMap(p -> p.references().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String advice() {
        return project.map(p -> "run " + p.command() + " first, or point to the artifacts with --artifacts")
                .orElseGet(ContractSource.super::advice);
    }

    /**
     * All contracts, those too that cannot be deployed, ordered by reference. Where several locations have one, the
     * first counts; one location may have several of one reference.
     */
    public List<Listing> listings() {
        List<Listing> all = new ArrayList<>();
        for (ArtifactPlace location : locations) {
            List<String> known = all.stream().map(Listing::reference).toList();
            location.listings().stream()
                    .filter(listing -> !known.contains(listing.reference()))
                    .forEach(all::add);
        }
        all.sort(Comparator.comparing(Listing::reference).thenComparing(Listing::file));
        return all;
    }

    /** One sentence for each file among the artifacts that could not be read. */
    public List<String> problems() {
        return locations.stream().flatMap(p -> p.problems().stream()).toList();
    }

    /** One sentence for each source that is newer than the compilation of a requested contract. */
    public List<String> warnings() {
        return found.values().stream()
                .flatMap(artifact -> Freshness.newerSource(artifact).stream()
                        .map(source -> source + " was changed after " + artifact.file() + " was compiled; "
                                + project.map(p -> "run " + p.command()).orElse("compile it again")))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String description() {
        List<String> problems = new ArrayList<>();
        locations.forEach(p -> problems.addAll(p.problems()));
        String looked = locations.stream().map(p -> p.path().toString()).collect(Collectors.joining(", "));
        return problems.isEmpty()
                ? looked
                : looked + " (not readable: " + String.join("; ", problems.subList(0, Math.min(3, problems.size())))
                        + ")";
    }
}
