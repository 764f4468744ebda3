package thymus.ci.init;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.DeclaredTypes;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;

/** Which of the contracts fit the parameters of others, and the order in which they can be deployed. */
final class Links {
    private final ContractSelection selection;
    /** For each constructor, by the reference of its contract. */
    private final Map<String, List<Optional<Artifact>>> fitting = new LinkedHashMap<>();

    private final List<Artifact> order = new ArrayList<>();

    Links(ContractSelection selection) {
        this.selection = selection;
        for (Artifact contract : selection.contracts()) {
            fitting.put(
                    contract.reference(),
                    contract.model().constructor().map(f -> of(contract, f)).orElse(List.of()));
        }
        selection.contracts().forEach(contract -> visit(contract, new HashSet<>()));
    }

    /** The contracts that others take are before those. */
    List<Artifact> order() {
        return Collections.unmodifiableList(order);
    }

    /** What the constructor's parameters take, one entry for each. */
    List<Optional<Artifact>> ofConstructor(Artifact contract) {
        return fitting.get(contract.reference());
    }

    /** A parameter that closes a circle takes no contract. */
    private void visit(Artifact contract, Set<String> open) {
        if (order.contains(contract)) {
            return;
        }
        open.add(contract.reference());
        List<Optional<Artifact>> taken = new ArrayList<>();
        for (Optional<Artifact> needed : fitting.get(contract.reference())) {
            Optional<Artifact> possible = needed.filter(a -> !open.contains(a.reference()));
            possible.ifPresent(a -> visit(a, open));
            taken.add(possible);
        }
        fitting.put(contract.reference(), taken);
        open.remove(contract.reference());
        order.add(contract);
    }

    /** What the parameters of a function of the contract take, one entry for each. */
    List<Optional<Artifact>> of(Artifact contract, FunctionModel function) {
        List<Optional<String>> declared = DeclaredTypes.of(contract, function);
        List<Optional<Artifact>> taken = new ArrayList<>();
        for (int i = 0; i < function.inputs().size(); i++) {
            Parameter parameter = function.inputs().get(i);
            taken.add(
                    parameter.type() instanceof AbiType.Address
                            ? fitting(contract, parameter, declared.get(i))
                            : Optional.empty());
        }
        return taken;
    }

    private Optional<Artifact> fitting(Artifact contract, Parameter parameter, Optional<String> declared) {
        List<Artifact> candidates =
                selection.contracts().stream().filter(a -> !a.equals(contract)).toList();
        Optional<String> type =
                declared.filter(t -> t.startsWith("contract ")).map(t -> t.substring("contract ".length()));
        if (type.isEmpty()) {
            String word = word(parameter.name());
            return candidates.stream()
                    .filter(a -> !word.isEmpty() && word(a.name()).equals(word))
                    .findFirst();
        }
        return candidates.stream()
                .filter(a -> a.name().equals(type.get()))
                .findFirst()
                .or(() -> implementation(type.get(), candidates));
    }

    /** A contract that has all functions of the interface; one of nearly its name comes before others. */
    private Optional<Artifact> implementation(String type, List<Artifact> candidates) {
        return Stream.concat(selection.others().stream(), selection.contracts().stream())
                .filter(a -> a.name().equals(type))
                .findFirst()
                .map(Links::signatures)
                .filter(wanted -> !wanted.isEmpty())
                .flatMap(wanted -> candidates.stream()
                        .filter(a -> signatures(a).containsAll(wanted))
                        .min(Comparator.comparing((Artifact a) -> !type.equals("I" + a.name()))));
    }

    private static Set<String> signatures(Artifact contract) {
        return contract.model().functions().stream()
                .map(FunctionModel::signature)
                .collect(Collectors.toSet());
    }

    private static String word(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
