package thymus.system.crosscheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.evm.chain.LocalChain;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fork.rpc.Hex;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.system.execution.DeployedSystem;

/**
 * Compares the views of the contracts at the end on both EVMs, because properties read views and views are code too. It
 * calls views without arguments, and views of one account for every actor and contract.
 */
final class ViewComparison {
    private static final int MOST = 500;

    private final DeployedSystem system;
    private final LocalChain chain;

    /** A view with its arguments. */
    private record Question(String text, Address target, byte[] data) {}

    private record Answer(Question question, Receipt receipt) {}

    ViewComparison(DeployedSystem system) {
        this.system = system;
        this.chain = system.chain();
    }

    /** Calls the views on our EVM only. */
    void read() {
        questions().forEach(question -> ask(question, new NonReproducibleOperations.Watcher()));
    }

    /** @param node a node whose last block is our current one */
    Optional<Difference> compare(AnvilNode node, String where) {
        List<Answer> here = answers();
        List<AnvilNode.Returned> there = node.call(
                DeployedSystem.OBSERVER,
                here.stream()
                        .map(a -> new AnvilNode.Call(
                                a.question().target(), a.question().data()))
                        .toList());
        for (int i = 0; i < here.size(); i++) {
            Receipt ours = here.get(i).receipt();
            AnvilNode.Returned theirs = there.get(i);
            if (ours.ok() != theirs.ok() || (ours.ok() && !Arrays.equals(ours.output(), theirs.output()))) {
                return Optional.of(Difference.brief(
                        "after " + where,
                        here.get(i).question().text(),
                        text(ours.ok(), ours.output()),
                        text(theirs.ok(), theirs.output())));
            }
        }
        return Optional.empty();
    }

    /** Returns whether there are no comparable views. */
    boolean areNone() {
        return answers().isEmpty();
    }

    /** The answers that do not depend on values that a node chooses for itself. */
    private List<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (Question question : questions()) {
            NonReproducibleOperations.Watcher watcher = new NonReproducibleOperations.Watcher();
            Receipt receipt = ask(question, watcher);
            if (watcher.found().isEmpty()) {
                answers.add(new Answer(question, receipt));
            }
        }
        return answers;
    }

    private static String text(boolean ok, byte[] output) {
        return ok ? Hex.data(output) : "a failure";
    }

    private Receipt ask(Question question, NonReproducibleOperations.Watcher watcher) {
        chain.setTracer(watcher);
        try {
            return chain.simulate(new LocalChain.Call(
                    DeployedSystem.OBSERVER,
                    Optional.of(question.target()),
                    Word.ZERO,
                    question.data(),
                    DeployedSystem.GAS));
        } finally {
            chain.setTracer(Tracer.NONE);
        }
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (String instance : system.specification().instances().keySet()) {
            for (FunctionModel function : system.functions(instance)) {
                if (function.mutability() == Mutability.VIEW || function.mutability() == Mutability.PURE) {
                    questions.addAll(questions(instance, function));
                }
            }
        }
        return questions.size() <= MOST ? questions : questions.subList(0, MOST);
    }

    private List<Question> questions(String instance, FunctionModel function) {
        if (function.inputs().isEmpty()) {
            return List.of(question(instance, function, List.of(), ""));
        }
        if (function.inputs().size() > 1 || !(function.inputs().getFirst().type() instanceof AbiType.Address)) {
            return List.of();
        }
        return system.accounts().all().stream()
                .map(account -> account.word().toBigInteger())
                .map(account -> question(
                        instance,
                        function,
                        List.of(AbiValue.of(account)),
                        system.accounts().text(account)))
                .toList();
    }

    private Question question(String instance, FunctionModel function, List<AbiValue> arguments, String text) {
        return new Question(
                instance + "." + function.name() + "(" + text + ")",
                system.addressOf(instance),
                Selector.callData(function, arguments));
    }
}
