package thymus.ci.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.StorageType;
import thymus.spec.contract.StorageVariable;

/** Proposes invariants of a system from its views and its variables. None of them is known to hold. */
final class Candidates {
    /** Between the two values, in the name of a bound. */
    static final String AT_MOST = "_at_most_";

    /** Words in the name of a truth that lets things move, where most of them stop things. */
    private static final List<String> OPEN = List.of("open", "active", "enabled", "live", "started");

    private final SetupDraft system;
    private final List<ValueFlow> flows;
    private final Names names;
    private final List<CandidateClaim> all = new ArrayList<>();

    private Candidates(SetupDraft system, List<ValueFlow> flows, Names names) {
        this.system = system;
        this.flows = flows;
        this.names = names;
    }

    static List<CandidateClaim> of(SetupDraft system, List<ValueFlow> flows, Names names) {
        Candidates candidates = new Candidates(system, flows, names);
        for (DeployedContract deployment : system.deployments()) {
            List<ReadableValue> seen = ReadableValue.of(deployment);
            candidates.books(deployment, seen);
            candidates.bounds(seen);
            candidates.changes(seen);
        }
        candidates.stops();
        return List.copyOf(candidates.all);
    }

    private void add(String name, String claim, String topic, int strength) {
        all.add(CandidateClaim.invariant(names.claim(name), claim, topic, strength));
    }

    private record Mapping(String word, String text, AbiType key) {}

    private static List<Mapping> mappings(DeployedContract deployment) {
        List<Mapping> found = new ArrayList<>();
        for (StorageVariable variable : deployment.contract().model().storage().orElse(List.of())) {
            if (variable.type() instanceof StorageType.Mapping mapping
                    && mapping.guessed().isEmpty()
                    && mapping.value() instanceof StorageType.Value value
                    && value.guessed().isEmpty()
                    && value.type() instanceof AbiType.UInt uint
                    && uint.bits() >= 64) {
                found.add(new Mapping(variable.name(), deployment.instance() + "." + variable.name(), mapping.key()));
            }
        }
        return found;
    }

    private static boolean isToken(DeployedContract deployment) {
        return deployment.contract().model().functions().stream()
                .anyMatch(f -> f.signature().equals("balanceOf(address)") && f.mutability() == Mutability.VIEW);
    }

    private static boolean takesEther(DeployedContract deployment) {
        return deployment.contract().model().functions().stream()
                        .map(FunctionModel::mutability)
                        .anyMatch(m -> m == Mutability.PAYABLE)
                || !deployment.contract().unnamed().isEmpty();
    }

    /** What a contract holds, in its ether and in each token, with words for it. */
    private record Holding(String word, String text) {}

    private List<Holding> holdings(DeployedContract deployment) {
        List<Holding> holdings = new ArrayList<>();
        if (takesEther(deployment)) {
            holdings.add(new Holding("ether", "balance(" + deployment.instance() + ")"));
        }
        system.deployments().stream()
                .filter(d -> d != deployment && isToken(d))
                .forEach(d -> holdings.add(
                        new Holding(d.instance(), d.instance() + ".balanceOf(" + deployment.instance() + ")")));
        return holdings;
    }

    /** What is owed is there, and parts add up to the whole. */
    private void books(DeployedContract deployment, List<ReadableValue> seen) {
        List<ReadableValue> amounts =
                seen.stream().filter(ReadableValue::isAmount).toList();
        for (Mapping mapping : mappings(deployment)) {
            String base = deployment.instance() + "_" + mapping.word();
            String sum = "sum(" + mapping.text() + ")";
            for (ReadableValue amount : amounts) {
                String topic = mapping.text() + " in " + amount.text();
                String key = mapping.key().canonicalName();
                add(base + "_add_up_to_" + amount.word(), sum + " == " + amount.text(), topic, 3);
                add(base + "_within_" + amount.word(), sum + " <= " + amount.text(), topic, 2);
                add(
                        base + "_each_within_" + amount.word(),
                        "forall " + key + " k: " + mapping.text() + "[k] <= " + amount.text(),
                        topic,
                        1);
            }
            for (Holding holding : holdings(deployment)) {
                add(base + "_backed_by_" + holding.word(), holding.text() + " >= " + sum, holding.text() + sum, 1);
            }
        }
        for (ReadableValue amount : amounts) {
            for (Holding holding : holdings(deployment)) {
                if (amount.isStored()) {
                    add(
                            amount.name() + "_backed_by_" + holding.word(),
                            holding.text() + " >= " + amount.text(),
                            holding.text() + amount.text(),
                            1);
                }
            }
        }
    }

    private void bounds(List<ReadableValue> seen) {
        for (ReadableValue one : seen) {
            if (one.isTime() && one.isStored()) {
                add(one.name() + "_has_come", one.text() + " <= now", one.text() + " now", 1);
            }
            for (ReadableValue other : seen) {
                boolean isAlike = one.type().equals(other.type()) && one.isTime() == other.isTime();
                if (one != other && one.isNumber() && other.isNumber() && isAlike) {
                    all.add(CandidateClaim.bound(
                            names.claim(one.name() + AT_MOST + other.word()),
                            new CandidateClaim.Bound(one.text(), other.text()),
                            one.isStored() || other.isStored()));
                }
            }
        }
    }

    /** What never changes, changes in one direction, or is changed by one account only. */
    private void changes(List<ReadableValue> seen) {
        List<ReadableValue> holders =
                seen.stream().filter(ReadableValue::isAddress).toList();
        for (ReadableValue one : seen.stream().filter(ReadableValue::isStored).toList()) {
            String topic = one.text() + " changes";
            add(
                    one.name() + "_stays",
                    one.text() + " == start(" + one.text() + ")",
                    topic,
                    CandidateClaim.NEVER_CHANGES);
            if (one.isNumber()) {
                add(one.name() + "_never_falls", one.text() + " >= prev(" + one.text() + ")", topic + " down", 1);
                add(one.name() + "_never_rises", one.text() + " <= prev(" + one.text() + ")", topic + " up", 1);
            }
            for (ReadableValue holder : holders) {
                add(
                        one.name() + "_changed_by_" + holder.word(),
                        one.text() + " != prev(" + one.text() + ") ==> msg.sender == prev(" + holder.text() + ")",
                        topic + " by " + holder.word(),
                        1);
            }
        }
    }

    /** While something is stopped, nothing leaves. */
    private void stops() {
        List<ReadableValue> stops = system.deployments().stream()
                .flatMap(d -> ReadableValue.of(d).stream())
                .filter(ReadableValue::isTruth)
                .toList();
        for (ReadableValue stop : stops) {
            boolean isOpen = OPEN.stream().anyMatch(stop.word().toLowerCase(Locale.ROOT)::contains);
            String stopped = (isOpen ? "!" : "") + "prev(" + stop.text() + ")";
            String running = (isOpen ? "" : "!") + "prev(" + stop.text() + ")";
            String word = (isOpen ? "unless_" : "while_") + stop.name();
            for (DeployedContract deployment : system.deployments()) {
                for (Holding holding : holdings(deployment)) {
                    add(
                            deployment.instance() + "_keeps_" + holding.word() + "_" + word,
                            stopped + " ==> " + holding.text() + " >= prev(" + holding.text() + ")",
                            stop.text() + " " + holding.text(),
                            1);
                }
            }
            flows.forEach(flow -> all.add(CandidateClaim.rule(
                    names.claim("no_" + flow.name() + "_" + word),
                    "on " + flow.event() + ": " + running,
                    stop.text() + " " + flow.event())));
        }
    }
}
