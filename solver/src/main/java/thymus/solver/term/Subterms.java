package thymus.solver.term;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the subterms of terms. */
public final class Subterms {
    private final Set<Integer> found = new HashSet<>();
    private final List<IntTerm.Apply> applications = new ArrayList<>();

    private final Set<Integer> symbols = new HashSet<>();

    private Subterms() {}

    /** The ids of the unknowns in the formulas. */
    public static Set<Integer> symbols(List<BoolTerm> formulas) {
        Subterms mentions = new Subterms();
        formulas.forEach(mentions::visit);
        return mentions.symbols;
    }

    /** The ids of all terms in the formulas. */
    public static Set<Integer> of(List<BoolTerm> formulas) {
        Subterms mentions = new Subterms();
        formulas.forEach(mentions::visit);
        return mentions.found;
    }

    /** The values of unknown functions in the formulas, in the order in which they stand there. */
    public static List<IntTerm.Apply> applications(List<BoolTerm> formulas) {
        Subterms mentions = new Subterms();
        formulas.forEach(mentions::visit);
        return List.copyOf(mentions.applications);
    }

    private void visit(BoolTerm term) {
        if (!found.add(term.id())) {
            return;
        }
        switch (term) {
            case BoolTerm.Truth t -> {}
            case BoolTerm.NotPositive n -> visit(n.term());
            case BoolTerm.Zero z -> visit(z.term());
            case BoolTerm.Not n -> visit(n.operand());
            case BoolTerm.And a -> a.operands().forEach(this::visit);
            case BoolTerm.Or o -> o.operands().forEach(this::visit);
        }
    }

    private void visit(IntTerm term) {
        if (!found.add(term.id())) {
            return;
        }
        children(term).forEach(this::visit);
        if (term instanceof IntTerm.Symbol) {
            symbols.add(term.id());
        }
        if (term instanceof IntTerm.Apply application) {
            applications.add(application);
        }
        if (term instanceof IntTerm.Choice c) {
            visit(c.condition());
        }
    }

    /** The integers directly inside a term, without the condition of a choice. */
    public static List<IntTerm> children(IntTerm term) {
        return switch (term) {
            case IntTerm.Constant c -> List.of();
            case IntTerm.Symbol s -> List.of();
            case IntTerm.Apply a -> a.arguments();
            case IntTerm.Sum s -> s.parts().stream().map(IntTerm.Sum.Part::term).toList();
            case IntTerm.Product p -> p.factors();
            case IntTerm.Quotient q -> List.of(q.dividend(), q.divisor());
            case IntTerm.Remainder r -> List.of(r.dividend(), r.divisor());
            case IntTerm.Choice c -> List.of(c.then(), c.otherwise());
        };
    }
}
