package thymus.solver.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.spec.contract.StorageType;
import thymus.spec.tree.BinaryOperator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.Property;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/**
 * Lemmas that views answer and do not revert, and that elements of arrays are there. The getter of an enum, for
 * instance, reverts if the stored number stands for no member. A claim that compares two states is true only where both
 * can be read.
 *
 * <p>That a view answers is written as its equality with itself, which is true of what exists.
 */
final class ReadableViews {
    static final String NAME = "answers";

    private ReadableViews() {}

    /** A view, or an element of an array that may be shorter. */
    private static boolean mayFail(Expr expr) {
        return expr instanceof Expr.ViewCall || (expr instanceof Expr.StorageRead read && readsElement(read.path()));
    }

    private static boolean readsElement(StoragePath path) {
        StorageType type = path.root().type();
        for (StoragePath.Access access : path.accesses()) {
            switch (access) {
                case StoragePath.Access.Member member -> type = member.member().type();
                case StoragePath.Access.Length _ -> {
                    return false;
                }
                case StoragePath.Access.Index _ -> {
                    if (type instanceof StorageType.DynamicArray) {
                        return true;
                    }
                    type = switch (type) {
                        case StorageType.Mapping mapping -> mapping.value();
                        case StorageType.FixedArray array -> array.element();
                        case StorageType.DynamicArray array -> array.element();
                        case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ -> type;
                    };
                }
            }
        }
        return false;
    }

    /** A lemma for each view that these properties read with names of any value, or with none. */
    static List<Candidate> of(List<Property> properties) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (Property property : properties) {
            property.expressions().stream()
                    .flatMap(Walk::all)
                    .filter(ReadableViews::mayFail)
                    .filter(view ->
                            names(view).stream().allMatch(name -> name.abi().isPresent()))
                    .forEach(view -> found.putIfAbsent(Printer.print(view), candidate(view)));
        }
        return List.copyOf(found.values());
    }

    private static List<Variable> names(Expr view) {
        return Walk.free(List.of(view));
    }

    private static Candidate candidate(Expr view) {
        Expr condition = new Expr.Binary(BinaryOperator.EQUAL, view, view, view.span());
        for (Variable name : names(view).reversed()) {
            condition = new Expr.ForAll(name, List.of(), condition, view.span());
        }
        return new Candidate(NAME, condition, false);
    }

    /** The lemma in words. */
    static String text(Expr condition) {
        if (condition instanceof Expr.ForAll all) {
            return text(all.body()) + ", for every " + all.variable().name();
        }
        return Printer.print(((Expr.Binary) condition).left()) + " answers";
    }
}
