package thymus.solver.property;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.state.EmptySource;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.contract.EventModel;
import thymus.spec.monitor.Judgement;
import thymus.spec.tree.GhostVariable;
import thymus.spec.tree.Property;

/** The formula of a property on a trace of constants, for tests that hold it against the property's monitor. */
final class ConstantTraces {
    static final Map<String, BigInteger> ACCOUNTS = accounts();

    private static final String SYSTEM = """
            contract Token = "Token.sol:Token";
            contract Vault = "Vault.sol:Vault";
            actor guardian, alice, bob;
            setup {
              token = new Token() from guardian;
              vault = new Vault(token, guardian, 10_000e18, 3e18, 12_000e18) from guardian;
            }
            """;

    private ConstantTraces() {}

    private static Map<String, BigInteger> accounts() {
        Map<String, BigInteger> accounts = new LinkedHashMap<>();
        for (String name : List.of("guardian", "alice", "bob", "token", "vault")) {
            accounts.put(name, BigInteger.valueOf(1000 + accounts.size()));
        }
        return accounts;
    }

    /** The reference vault with these flows and properties. */
    static Specification specification(String text) {
        return SpecificationReader.read(SYSTEM + text, "trace.inv", ArtifactStore.beside(Repository.vault()));
    }

    static SystemModel model(Specification specification, Function<SystemModel, SymbolicState> deployed) {
        return new SystemModel(
                new Terms(),
                specification,
                ACCOUNTS,
                new NoCode(),
                BigInteger.ZERO,
                BigInteger.ONE,
                (contract, slot) -> Optional.empty(),
                contract -> Optional.empty(),
                conditions -> true,
                deployed);
    }

    static SymbolicTransaction transaction(
            Terms terms, SymbolicState before, SymbolicState after, List<SymbolicLog> logs) {
        return transaction(terms, before, after, logs, terms.zero);
    }

    /** @param selector of the function of the vault that it calls */
    static SymbolicTransaction transaction(
            Terms terms, SymbolicState before, SymbolicState after, List<SymbolicLog> logs, IntTerm selector) {
        return new SymbolicTransaction(
                Optional.of("vault"),
                new SymbolicTransaction.CallSymbols(selector, i -> terms.zero, terms.constant(Selector.SIZE)),
                before,
                after,
                List.of(),
                new Simplifier(terms, PathFacts.none(terms)),
                logs,
                List.of());
    }

    /** An event of the vault with an account and an amount. */
    static SymbolicLog log(Terms terms, Specification specification, String event, String user, long amount) {
        EventModel model = specification.modelOf("vault").events().stream()
                .filter(e -> e.name().equals(event))
                .findFirst()
                .orElseThrow();
        return new SymbolicLog(
                terms.constant(ACCOUNTS.get("vault")),
                List.of(terms.constant(Selector.topic(model)), terms.constant(ACCOUNTS.get(user))),
                List.of(terms.constant(amount)),
                terms.constant(32));
    }

    /** What the monitor says, in a word. */
    static String word(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Held held -> "holds";
            case Judgement.Violated violated -> "broken";
            case Judgement.NotTriggered silent -> "silent";
            case Judgement.Failed failed -> failed.reason();
            case Judgement.Undecided undecided -> undecided.reason();
        };
    }

    /** What the formula says of a transaction, in the monitor's words. */
    static String word(
            ObligationGenerator reader, Property property, SymbolicTransaction transaction, Simplifier simplifier) {
        Terms terms = simplifier.terms();
        String judgement = "silent";
        for (ProofObligation goal : reader.goals(property, transaction)) {
            BoolTerm claim = simplifier.simplify(goal.claim());
            if (simplifier.simplify(terms.and(goal.conditions())) == terms.yes) {
                judgement = claim == terms.yes && !judgement.equals("broken") ? "holds" : "broken";
                assertInstanceOf(BoolTerm.Truth.class, claim, "constants decide everything");
            }
        }
        return judgement;
    }

    /** What the formula says along a trace, for one choice of the arbitrary moments. */
    interface Formula {
        List<String> judgements(SystemModel model, ObligationGenerator reader, Map<GhostVariable, BigInteger> choice);
    }

    /**
     * What the formula says over all choices of the moments that {@code ago} may look back to, and at which a window
     * may begin.
     *
     * @param steps of the trace
     */
    static List<String> overMoments(
            Specification specification, Property property, List<BigInteger> times, int steps, Formula formula) {
        SystemModel model = model(specification, m -> deployed(m, Map.of()));
        ObligationGenerator first = ObligationGenerator.of(model, property);
        List<GhostVariable> moments = new ArrayList<>();
        first.windows().forEach(window -> moments.add(window.start()));
        first.memories().forEach(memory -> memory.moment().ifPresent(moments::add));
        List<Map<GhostVariable, BigInteger>> choices = List.of(Map.of());
        for (GhostVariable variable : moments) {
            choices = extended(choices, variable, times);
        }
        List<String> judgements = new ArrayList<>(Collections.nCopies(steps + 1, "silent"));
        for (Map<GhostVariable, BigInteger> choice : choices) {
            // A reader knows the transactions that it has read: each choice has its own.
            add(judgements, formula.judgements(model, ObligationGenerator.of(model, property), choice));
        }
        return judgements;
    }

    /** The context of a step so much later than the state, which sends so much ether. */
    static SymbolicContext later(Terms terms, SymbolicState state, long pause, long value) {
        IntTerm time = terms.add(state.context().timestamp(), terms.constant(pause));
        return new SymbolicContext(
                time,
                terms.constant(Moment.block(Terms.constantOf(time).orElseThrow())),
                terms.constant(ACCOUNTS.get("guardian")),
                terms.constant(value),
                terms.zero);
    }

    /** The state after setup at time 0, in which the arbitrary values are those of the choice. */
    static SymbolicState deployed(SystemModel model, Map<GhostVariable, BigInteger> choice) {
        Terms terms = model.terms();
        return new SymbolicState(
                model.world(new EmptySource(terms)),
                new SymbolicContext(terms.zero, terms.one, terms.zero, terms.zero, terms.zero),
                ghosts(terms, choice));
    }

    /** The property is broken if some choice of the arbitrary values breaks it. */
    static void add(List<String> judgements, List<String> seen) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).equals("broken") || judgements.get(i).equals("silent")) {
                judgements.set(i, seen.get(i));
            }
        }
    }

    /** All choices with each of the values for the variable. */
    static <V> List<Map<V, BigInteger>> extended(
            List<Map<V, BigInteger>> choices, V variable, List<BigInteger> values) {
        List<Map<V, BigInteger>> longer = new ArrayList<>();
        for (Map<V, BigInteger> choice : choices) {
            for (BigInteger value : values) {
                Map<V, BigInteger> more = new HashMap<>(choice);
                more.put(variable, value);
                longer.add(more);
            }
        }
        return longer;
    }

    /** The ghost variables of a choice. */
    static Function<GhostVariable, IntTerm> ghosts(Terms terms, Map<GhostVariable, BigInteger> choice) {
        return ghost -> terms.constant(choice.getOrDefault(ghost, BigInteger.ZERO));
    }
}
