package thymus.fuzz.system;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import thymus.evm.precompile.Secp256k1;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.fuzz.generate.Advance;
import thymus.fuzz.generate.Callable;
import thymus.fuzz.generate.Probe;
import thymus.fuzz.generate.Script;
import thymus.fuzz.generate.Universe;
import thymus.fuzz.shrink.ShrinkRules;
import thymus.spec.Chains;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.system.execution.AdversaryUniverse;
import thymus.system.execution.Callbacks;
import thymus.system.execution.CalleeAnswers;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Entries;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** What transactions on a deployed system are made of, as its specification allows. */
public final class SystemUniverse implements Universe, ShrinkRules {
    /** Nobody's: what everyone can do, they can. */
    private static final List<String> UNKNOWN =
            List.of("0x0000000000000000000000000000000000010001", "0x0000000000000000000000000000000000010002");

    /** Attackers'; where nothing is either. */
    private static final List<String> CONTRACTS =
            List.of("0x0000000000000000000000000000000000020001", "0x0000000000000000000000000000000000020002");

    /** The most that a step can wait. */
    private static final BigInteger LONGEST_WAIT = BigInteger.valueOf(Long.MAX_VALUE);

    private static final int MOST_SIGNATURES = 1 << 12;

    private final AdversaryUniverse adversary;
    private final List<Callable> callables = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final List<String> actors;
    private final List<String> senders;
    private final List<String> contracts;
    /** For each sender, whether it may call each of the callables. */
    private final Map<String, boolean[]> allowed = new HashMap<>();

    private final boolean joins;
    private final boolean callsOut;
    private final Set<Address> outsiders;
    private final List<String> instances;
    private final List<String> accepting;
    private final List<String> forcible;
    private final Map<String, List<FunctionModel>> callees = new LinkedHashMap<>();
    private final Specification specification;
    private final Map<String, BigInteger> accounts = new LinkedHashMap<>();
    private final List<BigInteger> addresses;
    private final List<AdversaryUniverse.Signer> signers;
    private final List<StepCall.FunctionCall> earlier;
    /** Signing costs more than a transaction, and the same is signed again when sequences are varied. */
    private final Map<Signed, Secp256k1.Signature> signatures = new ConcurrentHashMap<>();

    private record Signed(String actor, BigInteger hash) {}

    private final List<Script> scripts;
    private final Advance advance;
    private final Chains chains;
    private final long start;
    private final long firstBlock;

    public SystemUniverse(DeployedSystem system) {
        specification = system.specification();
        CalleeAnswers.played(specification)
                .forEach(callee -> callees.put(callee, CalleeAnswers.functions(specification, callee)));
        adversary = new AdversaryUniverse(system);
        chains = specification.chains();
        for (AdversaryUniverse.Target target : adversary.targets()) {
            callables.add(new Callable(callables.size(), target.instance(), target.function()));
        }
        instances = List.copyOf(specification.instances().keySet());
        accepting = adversary.rawTargets().stream()
                .map(AdversaryUniverse.RawTarget::instance)
                .distinct()
                .toList();
        forcible = Telltale.seesEther(system)
                ? instances.stream().filter(i -> !relays().contains(i)).toList()
                : List.of();
        for (String instance : instances) {
            for (FunctionModel function : specification.modelOf(instance).functions()) {
                if (Probe.isOne(function)) {
                    probes.add(new Probe(probes.size(), instance, function));
                }
            }
        }
        actors = plainFirst(specification);
        senders = new ArrayList<>(actors.stream().filter(adversary::maySend).toList());
        senders.addAll(UNKNOWN);
        senders.addAll(adversary.impostors());
        // If time has to pass between any two steps, no contract makes two of them in one transaction.
        joins = Telltale.in(system.chain().world()) && adversary.minimumAdvance() == 0;
        callsOut = Telltale.callsOut(system.chain().world());
        signers = callsOut ? adversary.signers() : List.of();
        earlier = SetupCalls.of(system);
        contracts = joins || callsOut ? CONTRACTS : List.of();
        senders.addAll(contracts);
        for (String sender : senders) {
            boolean[] each = new boolean[callables.size()];
            callables.forEach(callable -> each[callable.index()] = isAllowed(sender, callable));
            allowed.put(sender, each);
        }
        for (String actor : actors) {
            accounts.put(actor, number(system, actor));
        }
        for (String instance : instances) {
            accounts.put(instance, number(system, instance));
        }
        for (String unknown : senders) {
            accounts.computeIfAbsent(unknown, hex -> new BigInteger(hex.substring(2), 16));
        }
        Set<BigInteger> all = new LinkedHashSet<>(accounts.values());
        all.add(BigInteger.ZERO);
        contracts.stream().skip(joins ? 1 : 0).forEach(contract -> all.remove(accounts.get(contract)));
        addresses = List.copyOf(all);
        outsiders = Stream.concat(actors.stream(), senders.stream().filter(sender -> !instances.contains(sender)))
                .map(sender -> system.accounts().resolve(sender))
                .collect(Collectors.toUnmodifiableSet());
        start = system.chain().timestamp();
        advance = new Advance(
                adversary.minimumAdvance(),
                specification
                        .adversary()
                        .maximumAdvance()
                        .map(LONGEST_WAIT::min)
                        .orElse(LONGEST_WAIT)
                        .longValueExact(),
                adversary.lastSecond());
        firstBlock = system.chain().number();
        scripts = UniverseScripts.of(system, this);
    }

    /** Whom the specification trusts with nothing makes the plainer counterexample. */
    private static List<String> plainFirst(Specification specification) {
        Set<String> actors = new LinkedHashSet<>();
        List<String> trusted =
                specification.adversary().trusted().stream().map(t -> t.actor()).toList();
        specification.actors().stream().filter(a -> !trusted.contains(a)).forEach(actors::add);
        actors.addAll(specification.actors());
        return List.copyOf(actors);
    }

    private static BigInteger number(DeployedSystem system, String name) {
        return new BigInteger(1, system.addressOf(name).toBytes());
    }

    @Override
    public List<Callable> callables() {
        return callables;
    }

    @Override
    public List<String> senders() {
        return senders;
    }

    @Override
    public List<String> contracts() {
        return contracts;
    }

    @Override
    public boolean joins() {
        return joins;
    }

    @Override
    public boolean callsOut() {
        return callsOut;
    }

    /** Accounts that may be attackers' contracts. */
    Set<Address> outsiders() {
        return outsiders;
    }

    @Override
    public boolean allows(String sender, Callable callable) {
        boolean[] known = allowed.get(sender);
        return known == null ? isAllowed(sender, callable) : known[callable.index()];
    }

    private boolean isAllowed(String sender, Callable callable) {
        return adversary.allows(sender, new AdversaryUniverse.Target(callable.instance(), callable.function()));
    }

    /**
     * A seed may hold more than the universe: whoever wrote it had a reason, but it is no sequence of the adversary's.
     */
    @Override
    public boolean allowed(List<Step> steps) {
        if (!Entries.areWhole(steps)) {
            return false;
        }
        long now = start;
        long number = firstBlock;
        for (Step step : steps) {
            boolean numbered = Long.compareUnsigned(step.blocks(), -1 - number) <= 0;
            boolean isInTime = Math.abs(step.ahead()) <= drift();
            if (!advance.allows(now, step.seconds()) || !numbered || !isInTime || !mayBeSent(step)) {
                return false;
            }
            now += step.seconds();
            number += step.blocks();
        }
        return true;
    }

    private boolean mayBeSent(Step step) {
        // Whom the specification names is a user; whoever is a contract sends nothing itself.
        if (step.entry().isByContract() ? actors.contains(step.sender()) : contracts.contains(step.sender())) {
            return false;
        }
        if (step.isForced()) {
            return !instances.contains(step.sender())
                    && instances.contains(step.target())
                    && adversary.maySend(step.sender());
        }
        return mayBeMade(step.sender(), step.target(), step.call())
                && step.callbacks().stream()
                        .allMatch(callbacks -> callees.containsKey(callbacks.account())
                                ? CalleeAnswers.fit(specification, callbacks)
                                        && !step.target().equals(callbacks.account())
                                : callbacks.each().stream().allMatch(this::mayPlay));
    }

    private boolean mayPlay(Callbacks callbacks) {
        return contracts.contains(callbacks.account())
                && callbacks.calls().stream()
                        .allMatch(call -> mayBeMade(callbacks.account(), call.target(), call.call()));
    }

    private boolean mayBeMade(String sender, String target, StepCall call) {
        return call instanceof StepCall.FunctionCall function
                ? adversary.allows(sender, new AdversaryUniverse.Target(target, function.function()))
                : adversary.maySend(sender, target);
    }

    @Override
    public List<AdversaryUniverse.Signer> signers() {
        return signers;
    }

    @Override
    public Secp256k1.Signature sign(AdversaryUniverse.Signer signer, BigInteger hash) {
        if (signatures.size() >= MOST_SIGNATURES) {
            signatures.clear();
        }
        return signatures.computeIfAbsent(
                new Signed(signer.actor(), hash), _ -> Secp256k1.sign(Word.of(hash), signer.key()));
    }

    @Override
    public List<StepCall.FunctionCall> earlier() {
        return earlier;
    }

    @Override
    public List<Script> scripts() {
        return scripts;
    }

    @Override
    public List<String> instances() {
        return instances;
    }

    @Override
    public List<String> accepting() {
        return accepting;
    }

    @Override
    public List<String> forcible() {
        return forcible;
    }

    @Override
    public List<BigInteger> addresses() {
        return addresses;
    }

    @Override
    public BigInteger addressOf(String senderOrInstance) {
        return Optional.ofNullable(accounts.get(senderOrInstance))
                .orElseGet(() -> new BigInteger(senderOrInstance.substring(2), 16));
    }

    @Override
    public Advance advance() {
        return advance;
    }

    @Override
    public long drift() {
        return chains.drift().longValueExact();
    }

    @Override
    public Map<String, List<FunctionModel>> callees() {
        return callees;
    }

    @Override
    public List<String> relays() {
        return List.copyOf(chains.relays().keySet());
    }

    @Override
    public long minimumAdvance() {
        return advance.minimum();
    }

    @Override
    public List<Probe> probes() {
        return probes;
    }
}
