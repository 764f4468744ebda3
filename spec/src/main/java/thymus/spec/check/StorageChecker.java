package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Type;

/** Checks reads of state variables, including private ones, by the compiler's storage layout. */
final class StorageChecker {
    private final ExpressionChecker expressions;

    StorageChecker(ExpressionChecker expressions) {
        this.expressions = expressions;
    }

    PartialValue.Place variable(String instance, InvParser.MemberExpressionContext context) {
        String name = context.member().getText();
        Span span = expressions.span(context);
        new NameChecker(expressions).refuseState("a state variable", span);
        ContractModel model = expressions.environment.model(instance);
        List<StorageVariable> variables = model.storage().stream()
                .flatMap(List::stream)
                .filter(v -> v.name().equals(name))
                .toList();
        if (variables.size() == 1) {
            return new PartialValue.Place(
                    instance,
                    variables.getFirst(),
                    List.of(),
                    variables.getFirst().type(),
                    span);
        }
        String contract = expressions.environment.describe(instance);
        if (variables.size() > 1) {
            throw expressions.source.nameError(
                    expressions.source.span(context.member()),
                    contract + " inherits several state variables '" + name + "'",
                    "read it through a view function");
        }
        String what = model.storage().isEmpty()
                ? contract + " has no storage layout, so its state variables cannot be read"
                : contract + " has no state variable '" + name + "'";
        throw expressions.source.nameError(
                expressions.source.span(context.member()),
                what,
                expressions.environment.ghostNames.contains(name)
                        ? "a ghost is of no contract: write " + name
                        : advice(instance, model, name));
    }

    private static String advice(String instance, ContractModel model, String name) {
        var function =
                model.functions().stream().filter(f -> f.name().equals(name)).findFirst();
        if (function.isPresent()) {
            String arguments = function.get().inputs().isEmpty() ? "()" : "(…)";
            return "there is a function of that name: write " + instance + "." + name + arguments;
        }
        if (model.storage().isEmpty()) {
            return "compile with storageLayout in solc's outputSelection (Foundry: extra_output = [\"storageLayout\"])";
        }
        List<String> names = new ArrayList<>(
                model.storage().get().stream().map(StorageVariable::name).toList());
        Optional<String> near = Spelling.nearest(name, names);
        names.addAll(model.functions().stream().map(f -> f.name()).toList());
        return near.map(found -> "did you mean '" + found + "'?").orElse(Spelling.suggestion(name, names));
    }

    private static String lacking(StorageType type, String name) {
        return switch (type) {
            case StorageType.Mapping m
            when m.value() instanceof StorageType.Struct ->
                "read the member of one element, [key]." + name + ", or add it over all with sum(…)";
            case StorageType.Mapping _ -> "its values are no structs; read one with [key], or add all with sum(…)";
            case StorageType.Value _,
                    StorageType.FixedArray _,
                    StorageType.DynamicArray _,
                    StorageType.ByteString _,
                    StorageType.Struct _ -> "members belong to deployed contracts, structs and results";
        };
    }

    PartialValue.Place member(PartialValue.Place place, InvParser.MemberExpressionContext context) {
        String name = context.member().getText();
        Span at = expressions.source.span(context.member());
        Span span = expressions.span(context);
        if (place.type() instanceof StorageType.DynamicArray && name.equals("length")) {
            return step(place, new StoragePath.Access.Length(), number(), span);
        }
        if (!(place.type() instanceof StorageType.Struct struct)) {
            throw expressions.source.typeError(
                    at, describe(place.type()) + " has no member '" + name + "'", lacking(place.type(), name));
        }
        StorageVariable found = struct.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> expressions.source.nameError(
                        at,
                        "struct " + struct.name() + " has no member '" + name + "'",
                        Spelling.suggestion(
                                name,
                                struct.members().stream()
                                        .map(StorageVariable::name)
                                        .toList())));
        return step(place, new StoragePath.Access.Member(found), found.type(), span);
    }

    private static StorageType number() {
        return new StorageType.Value(new AbiType.UInt(256), 32);
    }

    PartialValue.Place index(PartialValue.Place place, InvParser.IndexExpressionContext context) {
        InvParser.ExpressionContext key = context.expression(1);
        Span span = expressions.span(context);
        return switch (place.type()) {
            case StorageType.Mapping mapping -> {
                if (!mapping.key().isWord()) {
                    throw expressions.source.unsupported(
                            expressions.span(key),
                            "a mapping with keys of type " + mapping.key().canonicalName(),
                            "");
                }
                refuseGuess(mapping.guessed(), expressions.span(key));
                Expr index =
                        new ArgumentChecker(expressions).argument(expressions.scalar(key), mapping.key(), "the key");
                yield step(place, new StoragePath.Access.Index(index), mapping.value(), span);
            }
            case StorageType.FixedArray array -> {
                PartialValue.Scalar scalar = expressions.scalar(key);
                Expr index = expressions.expect(scalar, Type.INTEGER, "");
                BigInteger last = array.length().subtract(BigInteger.ONE);
                if (scalar.literal()
                        .filter(i -> i.signum() < 0 || i.compareTo(last) > 0)
                        .isPresent()) {
                    throw expressions.source.typeError(
                            scalar.span(), "the index is outside of the array's 0 .. " + last, "");
                }
                yield step(place, new StoragePath.Access.Index(index), array.element(), span);
            }
            case StorageType.DynamicArray array ->
                step(place, new StoragePath.Access.Index(expressions.integer(key)), array.element(), span);
            case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ ->
                throw expressions.source.typeError(span, describe(place.type()) + " cannot be indexed", "");
        };
    }

    private static PartialValue.Place step(
            PartialValue.Place place, StoragePath.Access access, StorageType type, Span span) {
        List<StoragePath.Access> accesses = new ArrayList<>(place.accesses());
        accesses.add(access);
        return new PartialValue.Place(place.instance(), place.root(), accesses, type, span);
    }

    PartialValue.Scalar finish(PartialValue.Place place) {
        if (place.type() instanceof StorageType.Value value && value.type().isWord()) {
            refuseGuess(value.guessed(), place.span());
            Expr read = new Expr.StorageRead(place.instance(), place.path(), Types.of(value.type()), place.span());
            return PartialValue.Scalar.of(read, value.type());
        }
        if (place.type() instanceof StorageType.ByteString) {
            // The layout does not say which of the two it is, and they compare alike.
            Expr read = new Expr.StorageRead(place.instance(), place.path(), Type.TEXT, place.span());
            return PartialValue.Scalar.of(read);
        }
        String advice = switch (place.type()) {
            case StorageType.Mapping m -> "read one element with [key], or add all with sum(…)";
            case StorageType.Struct s ->
                "read one member, such as ." + s.members().getFirst().name();
            case StorageType.FixedArray a -> "read one element with [index]";
            case StorageType.DynamicArray a -> "read one element with [index], or .length";
            case StorageType.Value _, StorageType.ByteString _ -> "";
        };
        throw expressions.source.typeError(place.span(), describe(place.type()) + " is not one value", advice);
    }

    /** What a user-defined type stands for decides the sign of a value and the place of a key. */
    void refuseGuess(Optional<String> type, Span span) {
        type.ifPresent(name -> {
            throw expressions.source.unsupported(
                    span,
                    "storage of the type '" + name + "'",
                    "the artifact does not say what '" + name
                            + "' stands for; read it through a function that returns it");
        });
    }

    static String describe(StorageType type) {
        return switch (type) {
            case StorageType.Value v -> "a value of type " + v.type().canonicalName();
            case StorageType.Mapping m -> "a mapping";
            case StorageType.Struct s -> "struct " + s.name();
            case StorageType.FixedArray a -> "an array";
            case StorageType.DynamicArray a -> "an array";
            case StorageType.ByteString b -> "a byte string";
        };
    }
}
