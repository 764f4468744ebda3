package thymus.solver.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import thymus.contracts.abi.Selector;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;
import thymus.spec.CalleeBehaviour;

/**
 * Calls to code that is not read, and of which the file assumes a behaviour. It may fail. It does not enter the system,
 * and of a token it is assumed what its functions return and move.
 *
 * <p>A question that was asked before in the same step has the same answer, until something happens that may change it.
 * What no term decides counts as such.
 */
final class BehavedCalls {
    private static final BigInteger BALANCE_OF = selector("balanceOf(address)");
    private static final BigInteger TRANSFER = selector("transfer(address,uint256)");
    private static final BigInteger TRANSFER_FROM = selector("transferFrom(address,address,uint256)");
    private static final BigInteger APPROVE = selector("approve(address,uint256)");
    /** The views of a token that answer one number. */
    private static final Set<BigInteger> NUMBERS =
            Set.of(BALANCE_OF, selector("totalSupply()"), selector("allowance(address,address)"));

    /** Longer questions are not remembered. */
    private static final int MOST_ARGUMENTS = 8;

    /** Balances of which more are known are forgotten: each may be that of the payer or the payee. */
    private static final int MOST_BALANCES = 4;

    private static final BigInteger WORD_END = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private final Worklist paths;
    private final Returns returns;

    BehavedCalls(Worklist paths, Returns returns) {
        this.paths = paths;
        this.returns = returns;
    }

    private static BigInteger selector(String signature) {
        return new BigInteger(1, Selector.of(signature).bytes());
    }

    /** What is asked, where that is known. */
    private record Question(BigInteger selector, List<IntTerm> arguments) {}

    /** @return whether the path continues */
    boolean call(Path path, CallRequest request, BigInteger callee, CalleeBehaviour behaviour) {
        Path failing = path.copy();
        if (resume(failing, request, false, UnknownCalls.anything(failing))) {
            paths.add(failing);
        }
        boolean isStatic = path.frame().isStatic || request.opcode() == Opcode.STATICCALL;
        path.world = path.world.transfer(path.frame().address, request.callee(), request.value());
        Optional<Question> question = question(path, request.input());
        if (isStatic) {
            return resume(path, request, true, answer(path, callee, behaviour, question));
        }
        if (behaviour.isToken() && question.isPresent() && isOfTokens(question.get())) {
            return change(path, request, callee, behaviour, question.get());
        }
        path.answers = CalleeAnswers.NONE;
        return resume(path, request, true, UnknownCalls.anything(path));
    }

    private boolean resume(Path path, CallRequest request, boolean ok, CallData output) {
        return returns.resume(path, ok, output, request.outputPlace(), request.outputSize());
    }

    private static Optional<Question> question(Path path, CallData input) {
        if (!(input instanceof CallData.Known known)) {
            return Optional.empty();
        }
        int size = known.bytes().size();
        int words = (size - Selector.SIZE) / 32;
        if (size < Selector.SIZE || words > MOST_ARGUMENTS || words * 32 + Selector.SIZE != size) {
            return Optional.empty();
        }
        IntTerm begin = path.simplifier.simplify(
                known.slice(0, Selector.SIZE, path.simplifier).word(0, path.ops(), path.terms));
        Optional<BigInteger> selector =
                path.simplifier.facts().range(begin).single().map(word -> word.shiftRight(8 * (32 - Selector.SIZE)));
        List<IntTerm> arguments = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            arguments.add(path.simplifier.simplify(known.word(Selector.SIZE + 32 * i, path.simplifier)));
        }
        return selector.map(s -> new Question(s, arguments));
    }

    /** In loops that are summarised a question may be that of another round. */
    private static CallData answer(Path path, BigInteger callee, CalleeBehaviour behaviour, Optional<Question> asked) {
        if (asked.isEmpty() || !behaviour.answersAlike() || !path.heads.isEmpty()) {
            return UnknownCalls.anything(path);
        }
        Question question = asked.get();
        path.answers =
                path.answers.changed(a -> isStill(path, a) ? Optional.of(simplified(path, a)) : Optional.empty());
        Optional<CalleeAnswers.Answer> earlier = path.answers.find(callee, question.selector(), question.arguments());
        if (earlier.isPresent()) {
            return earlier.get().output();
        }
        boolean isNumber = behaviour.isToken() && NUMBERS.contains(question.selector());
        CalleeAnswers.Answer answer = isNumber
                ? number(path, callee, question, path.terms.fresh("a number of a callee", WordArithmetic.WORD))
                : new CalleeAnswers.Answer(
                        callee,
                        question.selector(),
                        question.arguments(),
                        atLeastOneWord(path),
                        Optional.empty(),
                        behaviour.answersByOthers() ? Optional.of(path.world) : Optional.empty());
        path.answers = path.answers.with(answer);
        return answer.output();
    }

    /** What a vault's shares are worth changes with its assets, which the system may hold the books of. */
    private static boolean isStill(Path path, CalleeAnswers.Answer answer) {
        return answer.asked().map(path.world::hasSameWritesAs).orElse(true);
    }

    private static CalleeAnswers.Answer simplified(Path path, CalleeAnswers.Answer answer) {
        List<IntTerm> arguments =
                answer.arguments().stream().map(path.simplifier::simplify).toList();
        return new CalleeAnswers.Answer(
                answer.callee(), answer.selector(), arguments, answer.output(), answer.word(), answer.asked());
    }

    private static CalleeAnswers.Answer number(Path path, BigInteger callee, Question question, IntTerm word) {
        return new CalleeAnswers.Answer(
                callee,
                question.selector(),
                question.arguments(),
                oneWord(path.terms, word),
                Optional.of(word),
                Optional.empty());
    }

    private static CallData atLeastOneWord(Path path) {
        CallData answer = UnknownCalls.anything(path);
        path.assume(path.terms.lessOrEqual(path.terms.constant(BigInteger.valueOf(32)), answer.size()));
        return answer;
    }

    private static CallData oneWord(Terms terms, IntTerm word) {
        ByteRun bytes = new ByteRun();
        bytes.storeWord(0, word);
        return new CallData.Known(bytes, terms);
    }

    private static boolean isOfTokens(Question question) {
        int arguments = question.arguments().size();
        return (question.selector().equals(TRANSFER) && arguments == 2)
                || (question.selector().equals(APPROVE) && arguments == 2)
                || (question.selector().equals(TRANSFER_FROM) && arguments == 3);
    }

    /** What a transfer moves. */
    private record Movement(BigInteger token, IntTerm from, IntTerm to, IntTerm amount, boolean keepsPart) {}

    /** A function of a token that succeeds: it returns what it has to, and balances follow. */
    private boolean change(
            Path path, CallRequest request, BigInteger callee, CalleeBehaviour behaviour, Question question) {
        path.answers = new CalleeAnswers(path.answers.list().stream()
                .filter(a -> a.selector().equals(BALANCE_OF)
                        && a.word().isPresent()
                        && a.arguments().size() == 1)
                .limit(MOST_BALANCES)
                .toList());
        if (question.selector().equals(APPROVE)) {
            return succeed(path, request, behaviour);
        }
        boolean isFrom = question.selector().equals(TRANSFER_FROM);
        WordArithmetic ops = path.ops();
        Movement movement = new Movement(
                callee,
                isFrom ? ops.address(question.arguments().get(0)) : path.frame().address,
                ops.address(question.arguments().get(isFrom ? 1 : 0)),
                question.arguments().getLast(),
                behaviour == CalleeBehaviour.FEE_ON_TRANSFER);
        boolean running = false;
        for (Path choice : cases(path, movement)) {
            if (move(choice, movement) && succeed(choice, request, behaviour)) {
                if (choice == path) {
                    running = true;
                } else {
                    paths.add(choice);
                }
            }
        }
        return running;
    }

    private boolean succeed(Path path, CallRequest request, CalleeBehaviour behaviour) {
        if (behaviour == CalleeBehaviour.ERC20_NO_RETURN) {
            Path silent = path.copy();
            if (resume(silent, request, true, CallData.none(path.terms))) {
                paths.add(silent);
            }
        }
        return resume(path, request, true, oneWord(path.terms, path.terms.one));
    }

    /** The path, forked by whether each balance that is known is that of the payer or of the payee. */
    private static List<Path> cases(Path path, Movement movement) {
        List<Path> cases = new ArrayList<>(List.of(path));
        for (CalleeAnswers.Answer balance : path.answers.list()) {
            for (IntTerm party : List.of(movement.from(), movement.to())) {
                for (Path choice : List.copyOf(cases)) {
                    BoolTerm same = isOf(choice, balance, party);
                    if (balance.callee().equals(movement.token()) && same != path.terms.yes && same != path.terms.no) {
                        Path other = choice.copy();
                        other.assume(path.terms.not(same));
                        choice.assume(same);
                        cases.add(other);
                    }
                }
            }
        }
        return cases;
    }

    private static BoolTerm isOf(Path path, CalleeAnswers.Answer balance, IntTerm account) {
        return path.simplifier.simplify(
                path.terms.equal(balance.arguments().getFirst(), path.simplifier.simplify(account)));
    }

    /** @return whether the path is possible */
    private static boolean move(Path path, Movement movement) {
        List<CalleeAnswers.Answer> balances = path.answers.list();
        path.answers = CalleeAnswers.NONE;
        for (CalleeAnswers.Answer balance : balances) {
            Optional<CalleeAnswers.Answer> after =
                    balance.callee().equals(movement.token()) ? after(path, balance, movement) : Optional.of(balance);
            after.ifPresent(a -> path.answers = path.answers.with(a));
        }
        return !path.simplifier.facts().isContradictory();
    }

    /** @return empty if nothing is known of the balance any more */
    private static Optional<CalleeAnswers.Answer> after(Path path, CalleeAnswers.Answer balance, Movement movement) {
        Terms terms = path.terms;
        IntTerm before = balance.word().orElseThrow();
        Question question = new Question(balance.selector(), balance.arguments());
        BoolTerm pays = isOf(path, balance, movement.from());
        BoolTerm gets = isOf(path, balance, movement.to());
        if (pays == terms.no && gets == terms.no) {
            // Somebody gets the part that a token keeps.
            return movement.keepsPart() ? Optional.empty() : Optional.of(balance);
        }
        if (pays == terms.yes && gets == terms.no) {
            path.assume(terms.lessOrEqual(movement.amount(), before));
            return Optional.of(number(path, balance.callee(), question, terms.subtract(before, movement.amount())));
        }
        if (pays == terms.no && gets == terms.yes) {
            IntTerm all = terms.add(before, movement.amount());
            path.assume(terms.lessOrEqual(all, terms.constant(WORD_END)));
            if (!movement.keepsPart()) {
                return Optional.of(number(path, balance.callee(), question, all));
            }
            IntTerm less = terms.fresh("a balance without what was kept", WordArithmetic.WORD);
            path.assume(terms.lessOrEqual(before, less));
            path.assume(terms.lessOrEqual(less, all));
            return Optional.of(number(path, balance.callee(), question, less));
        }
        if (pays == terms.yes && gets == terms.yes && !movement.keepsPart()) {
            path.assume(terms.lessOrEqual(movement.amount(), before));
            return Optional.of(balance);
        }
        return Optional.empty();
    }
}
