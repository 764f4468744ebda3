package thymus.spec.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;
import thymus.spec.syntax.InvParser;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Mark;
import thymus.spec.tree.StoragePath;
import thymus.spec.tree.Variable;
import thymus.spec.tree.Walk;

/** What {@code modulo} names: state variables, also by their getters, the ether of accounts, and events. */
final class MarkChecker {
    private final ExpressionChecker expressions;
    private final Variable offender;

    MarkChecker(ExpressionChecker expressions, Variable offender) {
        this.expressions = expressions;
        this.offender = offender;
    }

    Mark mark(InvParser.ExpressionContext context) {
        Span span = expressions.span(context);
        if (context instanceof InvParser.EllipsisExpressionContext) {
            throw expressions.source.typeError(
                    span,
                    "'modulo' names each thing that an offence may change",
                    "write it out, such as vault.shares[" + offender.name() + "], or leave 'modulo' out");
        }
        Optional<Mark> event = event(context, span);
        if (event.isPresent()) {
            return event.get();
        }
        PartialValue value = expressions.value(context);
        Mark mark = switch (value) {
            case PartialValue.Place place -> new Mark.Variable(place.instance(), place.path(), span);
            case PartialValue.Results results -> new Mark.Variable(results.instance(), variable(results), span);
            case PartialValue.Scalar scalar
            when scalar.expr() instanceof Expr.EtherBalance ether -> new Mark.Ether(ether.account(), span);
            case PartialValue.Scalar _, PartialValue.Group _ ->
                throw expressions.source.typeError(
                        span,
                        "'modulo' names what may differ, and this is a value",
                        "name a state variable such as vault.total or vault.shares[" + offender.name()
                                + "], the ether balance(vault), or an event such as vault.Isolated");
        };
        mark.keys().forEach(this::requireConstant);
        return mark;
    }

    /** A state variable of that name comes first. */
    private Optional<Mark> event(InvParser.ExpressionContext context, Span span) {
        if (!(context instanceof InvParser.MemberExpressionContext member)) {
            return Optional.empty();
        }
        String name = member.member().getText();
        return new MemberChecker(expressions).instance(member.expression()).flatMap(instance -> {
            ContractModel model = expressions.environment.model(instance);
            boolean isVariable = model.storage().stream()
                    .flatMap(List::stream)
                    .anyMatch(v -> v.name().equals(name));
            List<EventModel> events = model.events().stream()
                    .filter(e -> e.name().equals(name) && !e.anonymous())
                    .toList();
            if (isVariable || events.isEmpty()) {
                return Optional.empty();
            }
            if (events.size() > 1) {
                throw expressions.source.typeError(
                        span, "the event '" + name + "' is overloaded", "this cannot be told apart here; leave it out");
            }
            return Optional.of(new Mark.Event(instance, events.getFirst(), span));
        });
    }

    /** The variable whose getter was called. */
    private StoragePath variable(PartialValue.Results results) {
        List<StorageVariable> named = expressions.environment.model(results.instance()).storage().stream()
                .flatMap(List::stream)
                .filter(v -> v.name().equals(results.function().name()))
                .toList();
        if (named.size() != 1 || !results.whole()) {
            throw notStored(results);
        }
        StorageType type = named.getFirst().type();
        List<StoragePath.Access> accesses = new ArrayList<>();
        for (Expr argument : results.arguments()) {
            type = switch (type) {
                case StorageType.Mapping mapping -> mapping.value();
                case StorageType.FixedArray array -> array.element();
                case StorageType.DynamicArray array -> array.element();
                case StorageType.Value _, StorageType.Struct _, StorageType.ByteString _ -> throw notStored(results);
            };
            accesses.add(new StoragePath.Access.Index(argument));
        }
        return new StoragePath(named.getFirst(), accesses, type);
    }

    private RuntimeException notStored(PartialValue.Results results) {
        String call = results.instance() + "." + results.function().name() + "(…)";
        return expressions.source.typeError(
                results.span(),
                "'" + call + "' is computed, and 'modulo' names what is stored",
                "name the state variables that it reads: " + results.instance() + ".x");
    }

    /** Both runs have to mean the same place. */
    private void requireConstant(Expr key) {
        Walk.all(key)
                .filter(e -> !(e instanceof Expr.Constant || e instanceof Expr.Compound || isOffender(e)))
                .findFirst()
                .ifPresent(read -> {
                    throw expressions.source.ruleError(
                            read.span(),
                            "a key in 'modulo' is read in two runs, where it may differ",
                            "use " + offender.name() + ", accounts and numbers");
                });
    }

    private boolean isOffender(Expr expr) {
        return expr instanceof Expr.Local local && local.variable().equals(offender);
    }
}
