package thymus.solver.property;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import thymus.contracts.abi.StaticHead;
import thymus.evm.code.Bytecode;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.state.SymbolicWorld;
import thymus.solver.symbolic.KnownCode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Terms;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Trigger;
import thymus.system.execution.AbsentContract;

/** The call of a transaction, made with a contract and without it. */
final class WithoutContract {
    private WithoutContract() {}

    /** The code of the system, but for one contract, which answers zeros. */
    private record Codes(KnownCode codes, BigInteger absent) implements KnownCode {
        @Override
        public Optional<Bytecode> codeAt(BigInteger address) {
            return address.equals(absent) ? Optional.of(AbsentContract.CODE) : codes.codeAt(address);
        }

        @Override
        public Map<Integer, IntTerm> openWords(BigInteger address) {
            return address.equals(absent) ? Map.of() : codes.openWords(address);
        }

        @Override
        public String nameOf(BigInteger address) {
            return codes.nameOf(address);
        }

        @Override
        public boolean isKnown(BigInteger address) {
            return codes.isKnown(address);
        }

        @Override
        public boolean isAsDeclared(BigInteger address) {
            return !address.equals(absent) && codes.isAsDeclared(address);
        }

        @Override
        public String place(Bytecode code, int pc, OptionalInt selector, List<Integer> returns) {
            return codes.place(code, pc, selector, returns);
        }
    }

    /**
     * The claim that the call is the same both ways.
     *
     * @throws UnsupportedConstructException if a path of the call is not followed to its end
     */
    static BoolTerm same(
            SystemModel model, Trigger trigger, SymbolicTransaction transaction, Expr.SameWithout comparison) {
        Terms terms = model.terms();
        String instance = instance(trigger);
        FunctionModel function = function(trigger);
        boolean isStatic = function.inputs().stream().allMatch(p -> p.type().isStatic())
                && function.outputs().stream().allMatch(p -> p.type().isStatic());
        if (!isStatic) {
            throw new UnsupportedConstructException(comparison.span() + ": two runs of " + instance + "."
                    + function.signature() + ", which takes or returns a value of unknown length");
        }
        BigInteger absent = model.addressOf(comparison.contract());
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
        List<BoolTerm> claims = new ArrayList<>();
        RunComparison.Run with = new RunComparison.Run(
                world,
                model.views()
                        .outcomes(start, transients, facts, model.addressOf(instance), function, words, model.contracts()));
        RunComparison.Run without = new RunComparison.Run(
                world,
                model.views()
                        .outcomes(
                                start,
                                transients,
                                facts,
                                model.addressOf(instance),
                                function,
                                words,
                                new Codes(model.contracts(), absent)));
        claims.addAll(new RunComparison(terms, excepted)
                .same(with, without, facts, StaticHead.types(function.outputs()).size()));
        return terms.and(claims);
    }

    private static String instance(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> call.contract();
            case Trigger.TriedCall call -> call.contract();
            case Trigger.Called _, Trigger.Emitted _, Trigger.EtherMoved _ ->
                throw new IllegalArgumentException("the checker lets no such trigger through: " + trigger.span());
        };
    }

    private static FunctionModel function(Trigger trigger) {
        return switch (trigger) {
            case Trigger.SuccessfulCall call -> call.function();
            case Trigger.TriedCall call -> call.function();
            case Trigger.Called _, Trigger.Emitted _, Trigger.EtherMoved _ ->
                throw new IllegalArgumentException("the checker lets no such trigger through: " + trigger.span());
        };
    }
}
