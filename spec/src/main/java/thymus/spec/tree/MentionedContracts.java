package thymus.spec.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The contracts whose state, code or events decide a property; an address alone is no such mention. */
public final class MentionedContracts {
    private final Set<String> found = new LinkedHashSet<>();

    private MentionedContracts() {}

    public static Set<String> of(Property property) {
        MentionedContracts mentioned = new MentionedContracts();
        property.expressions().forEach(mentioned::visit);
        if (property instanceof Property.Rule rule) {
            mentioned.visit(rule.trigger());
        }
        return mentioned.found;
    }

    /** Those that decide the value of an expression. */
    public static Set<String> of(Expr expr) {
        MentionedContracts mentioned = new MentionedContracts();
        mentioned.visit(expr);
        return mentioned.found;
    }

    /** Those that decide what a flow carries. */
    public static Set<String> of(Flow flow) {
        MentionedContracts mentioned = new MentionedContracts();
        mentioned.visit(flow);
        return mentioned.found;
    }

    private void visit(Expr expr) {
        switch (expr) {
            case Expr.ViewCall e -> found.add(e.contract());
            case Expr.StorageRead e -> found.add(e.contract());
            case Expr.MappingSum e -> found.add(e.contract());
            case Expr.Can e -> found.add(e.contract());
            case Expr.Windowed e -> visit(e.flow());
            case Expr.Elapsed e -> visit(e.occasion());
            case Expr.GhostValue e -> visit(e.machine());
            case Expr.Matched e -> e.triggers().forEach(this::visit);
            case Expr.SameWithout e -> found.add(e.contract());
            case Expr.EtherBalance _, Expr.Leaf _, Expr.Temporal _, Expr.Quantified _, Expr.Compound _ -> {}
        }
        expr.parts().forEach(this::visit);
    }

    private void visit(Flow flow) {
        visit(flow.trigger());
        flow.expressions().forEach(this::visit);
    }

    private void visit(Occasion occasion) {
        switch (occasion) {
            case Occasion.Becoming becoming -> visit(becoming.condition());
            case Occasion.Happening happening -> visit(happening.trigger());
            case Occasion.Settling _ -> {}
        }
    }

    private void visit(GhostMachine machine) {
        machine.ghosts().forEach(ghost -> visit(ghost.first()));
        for (Ghost.Update update : machine.updates()) {
            visit(update.trigger());
            update.expressions().forEach(this::visit);
        }
    }

    private void visit(Trigger trigger) {
        List<String> contracts = switch (trigger) {
            case Trigger.TriedCall t -> List.of(t.contract());
            case Trigger.Called t ->
                t.targets().stream().map(Trigger.Called.Target::contract).toList();
            case Trigger.SuccessfulCall t -> List.of(t.contract());
            case Trigger.Entered t -> List.of(t.contract());
            case Trigger.Departure t -> List.of(t.contract());
            case Trigger.InnerCall t -> List.of(t.contract());
            case Trigger.EtherMoved t -> List.of(t.contract());
            case Trigger.Emitted t -> List.of(t.contract());
        };
        found.addAll(contracts);
        trigger.where().ifPresent(this::visit);
    }
}
