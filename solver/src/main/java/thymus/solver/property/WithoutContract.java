package thymus.solver.property;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thymus.contracts.abi.StaticHead;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.CodesWithout;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.symbolic.PathOutcome;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;

/** The call of a transaction, made with a contract and without it. */
final class WithoutContract {
    private WithoutContract() {}

    /**
     * The claim that the call is the same both ways.
     *
     * @throws UnsupportedConstructException if a path of the call is not followed to its end
     */
    static BoolTerm same(
            SystemModel model, Trigger trigger, SymbolicTransaction transaction, Expr.SameWithout comparison) {
        Terms terms = model.terms();
        ComparedCall called = ComparedCall.by(trigger);
        String instance = called.instance();
        FunctionModel function = called.function();
        boolean isStatic = function.inputs().stream().allMatch(p -> p.type().isStatic())
                && function.outputs().stream().allMatch(p -> p.type().isStatic());
        if (!isStatic) {
            throw new UnsupportedConstructException(comparison.span() + ": two runs of " + instance + "."
                    + function.signature() + ", which takes or returns a value of unknown length");
        }
        MarkTerms excepted = new MarkTerms(model);
        excepted.addContract(comparison.contract());
        SymbolicWorld world = ForcedEther.on(transaction.before().world(), "without", model);
        SymbolicState start = new SymbolicState(
                world, transaction.after().context(), transaction.before().ghosts());
        PathFacts facts = transaction.simplifier().facts();
        List<IntTerm> words = IntStream.range(
                        0, StaticHead.types(function.inputs()).size())
                .mapToObj(transaction.call().argument())
                .toList();
        // What an earlier call of the same transaction has left there may be anything.
        SymbolicWorld transients = model.arbitraryTransientWorld((region, field) -> Optional.empty());
        BigInteger target = model.addressOf(instance);
        KnownCode codes = model.contracts();
        KnownCode fewer = new CodesWithout(codes, model.addressOf(comparison.contract()));
        List<PathOutcome> with = model.views().outcomes(start, transients, facts, target, function, words, codes);
        List<PathOutcome> without = model.views().outcomes(start, transients, facts, target, function, words, fewer);
        return terms.and(new RunComparison(terms, excepted)
                .same(new RunComparison.Run(world, with), new RunComparison.Run(world, without), facts));
    }

    /** The call that a rule is about. */
    private record ComparedCall(String instance, FunctionModel function) {
        static ComparedCall by(Trigger trigger) {
            return switch (trigger) {
                case Trigger.SuccessfulCall call -> new ComparedCall(call.contract(), call.function());
                case Trigger.TriedCall call -> new ComparedCall(call.contract(), call.function());
                case Trigger.Called _,
                        Trigger.Entered _,
                        Trigger.Emitted _,
                        Trigger.EtherMoved _,
                        Trigger.Departure _,
                        Trigger.InnerCall _ ->
                    throw new IllegalArgumentException("the checker lets no such trigger through: " + trigger.span());
            };
        }
    }
}
