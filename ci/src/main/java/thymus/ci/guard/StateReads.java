package thymus.ci.guard;

import java.util.List;
import java.util.Optional;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.spec.contract.StorageType;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Printer;
import thymus.spec.tree.StoragePath;

/** Reads of the chain: by views, by the getters of state variables, and balances of ether. */
final class StateReads {
    private final Parts parts;
    private final Translation inner;
    private final ReadPlace moment;

    StateReads(Parts parts, Translation inner, ReadPlace moment) {
        this.parts = parts;
        this.inner = inner;
        this.moment = moment;
    }

    Value value(Expr.StateRead read) {
        if (moment instanceof ReadPlace.Midway) {
            throw new NotEnforceable(
                    read.span(), "its flow reads a state, and an event is noted before the step settles");
        }
        return switch (read) {
            case Expr.ViewCall e -> view(e);
            case Expr.StorageRead e -> getter(e);
            case Expr.EtherBalance e -> balance(e);
            case Expr.MappingSum e ->
                throw new NotEnforceable(
                        e.span(), "it adds all values of a mapping; keep " + Printer.print(e) + " in a state variable");
            case Expr.Can e -> throw new NotEnforceable(e.span(), "it asks whether a call would succeed");
        };
    }

    private Value view(Expr.ViewCall e) {
        boolean own = e.contract().equals(parts.guarded());
        if (moment instanceof ReadPlace.Beginning && own && parts.isPaid() && !isGetter(e)) {
            throw new NotEnforceable(
                    e.span(),
                    "prev reads the view " + e.function().name() + " when the call's ether has come already; read a"
                            + " public state variable");
        }
        List<Value> arguments = e.arguments().stream().map(inner::value).toList();
        return parts.reads().view(e.contract(), e.function(), arguments, e.word(), e.span());
    }

    private boolean isGetter(Expr.ViewCall e) {
        return parts.specification().modelOf(e.contract()).storage().stream()
                .flatMap(List::stream)
                .anyMatch(variable -> variable.name().equals(e.function().name()));
    }

    private Value balance(Expr.EtherBalance e) {
        Value account = inner.value(e.account());
        return moment instanceof ReadPlace.Beginning
                ? parts.numbers().call(Helper.BALANCE_BEFORE, Sort.UNSIGNED, account)
                : Value.atom(account.text() + ".balance", Sort.UNSIGNED);
    }

    /** A read by the getter that Solidity makes of a public variable: keys in, the value or the members out. */
    private Value getter(Expr.StorageRead e) {
        StoragePath path = e.path();
        String name = path.root().name();
        List<StoragePath.Access> accesses = path.accesses();
        int keys = (int) accesses.stream()
                .takeWhile(StoragePath.Access.Index.class::isInstance)
                .count();
        Optional<String> member =
                accesses.size() == keys + 1 && accesses.getLast() instanceof StoragePath.Access.Member last
                        ? Optional.of(last.member().name())
                        : Optional.empty();
        if (accesses.size() != keys + member.map(m -> 1).orElse(0)
                || !(path.target() instanceof StorageType.Value target)) {
            throw new NotEnforceable(e.span(), "no getter returns " + Printer.print(e));
        }
        FunctionModel getter = parts.specification().modelOf(e.contract()).functions().stream()
                .filter(f -> f.name().equals(name) && f.inputs().size() == keys && f.mutability() == Mutability.VIEW)
                .findFirst()
                .orElseThrow(() -> new NotEnforceable(
                        e.span(), e.contract() + "." + name + " has no getter; make it public, or read a view"));
        int word = word(getter, member, e.span());
        List<SolidityEncoding.Word> heads = SolidityEncoding.heads(getter.outputs());
        if (!heads.get(word).type().equals(target.type())) {
            throw new NotEnforceable(e.span(), "no getter returns " + Printer.print(e));
        }
        List<Value> given = path.keys().stream().map(inner::value).toList();
        return parts.reads().view(e.contract(), getter, given, word, e.span());
    }

    /** The place of the member among the results; the getter of a struct leaves out mappings and arrays. */
    private static int word(FunctionModel getter, Optional<String> member, Span span) {
        if (member.isEmpty() && getter.outputs().size() == 1) {
            return 0;
        }
        int word = 0;
        for (Parameter output : getter.outputs()) {
            if (output.name().equals(member.orElse(""))) {
                return word;
            }
            word += output.type().headWords();
        }
        throw new NotEnforceable(span, "the getter " + getter.name() + " does not return that member");
    }
}
