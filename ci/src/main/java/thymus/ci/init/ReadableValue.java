package thymus.ci.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/**
 * One value of a deployed contract that a claim can read.
 *
 * @param instance the contract
 * @param word what a name calls it
 * @param text how an expression reads it
 * @param isStored whether it is a variable in storage; what else a view returns may be a constant
 */
record ReadableValue(String instance, String word, String text, AbiType type, boolean isStored) {
    private static final int MOST = 14;
    private static final Pattern TIME =
            Pattern.compile("(?i).*(timestamp|deadline|expiry|since|until|lastrefill|lastupdated?|epochstart)"
                    + "|.*(At|Time|Start)|last.*");

    /** Those of a contract: its variables first, then what its views without arguments return. */
    static List<ReadableValue> of(DeployedContract deployment) {
        List<ReadableValue> all = new ArrayList<>();
        List<FunctionModel> views = deployment.contract().model().functions().stream()
                .filter(ReadableValue::isValue)
                .toList();
        for (StorageVariable variable : deployment.contract().model().storage().orElse(List.of())) {
            variable(deployment.instance(), variable, views).forEach(all::add);
        }
        List<String> known = all.stream().map(ReadableValue::word).toList();
        for (FunctionModel view : views) {
            if (!known.contains(view.name())) {
                String text = deployment.instance() + "." + view.name() + "()";
                AbiType type = view.outputs().getFirst().type();
                all.add(new ReadableValue(deployment.instance(), view.name(), text, type, false));
            }
        }
        return all.stream().limit(MOST).toList();
    }

    private static boolean isValue(FunctionModel function) {
        return (function.mutability() == Mutability.VIEW || function.mutability() == Mutability.PURE)
                && function.inputs().isEmpty()
                && function.outputs().size() == 1
                && function.outputs().getFirst().type().isWord();
    }

    /** A variable with a view of its name is read by it; a struct gives its members. */
    private static List<ReadableValue> variable(String instance, StorageVariable variable, List<FunctionModel> views) {
        String text = instance + "." + variable.name();
        return switch (variable.type()) {
            case StorageType.Value value
            when value.type().isWord() && value.guessed().isEmpty() -> {
                Optional<FunctionModel> view = views.stream()
                        .filter(f -> f.name().equals(variable.name())
                                && f.outputs().getFirst().type().equals(value.type()))
                        .findFirst();
                yield List.of(new ReadableValue(
                        instance, variable.name(), view.isPresent() ? text + "()" : text, value.type(), true));
            }
            case StorageType.Struct struct ->
                struct.members().stream()
                        .filter(m -> m.type() instanceof StorageType.Value value
                                && value.type().isWord()
                                && value.guessed().isEmpty())
                        .map(m -> new ReadableValue(
                                instance,
                                variable.name() + "_" + m.name(),
                                text + "." + m.name(),
                                ((StorageType.Value) m.type()).type(),
                                true))
                        .toList();
            case StorageType.Value _,
                    StorageType.Mapping _,
                    StorageType.FixedArray _,
                    StorageType.DynamicArray _,
                    StorageType.ByteString _ -> List.of();
        };
    }

    String name() {
        return instance + "_" + word;
    }

    boolean isNumber() {
        return type instanceof AbiType.UInt || type instanceof AbiType.Int;
    }

    boolean isTruth() {
        return type instanceof AbiType.Bool;
    }

    boolean isAddress() {
        return type instanceof AbiType.Address;
    }

    /** Whether it is a moment, as its name says: it is compared with the clock, and not with amounts. */
    boolean isTime() {
        return type instanceof AbiType.UInt uint
                && uint.bits() >= 32
                && TIME.matcher(word).matches();
    }

    boolean isAmount() {
        return isNumber() && !isTime();
    }
}
