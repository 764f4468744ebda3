package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import thymus.contracts.artifact.Artifact;
import thymus.spec.Adversary;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;

/**
 * The possible transactions of the adversary. Every actor and unknown address may call every state-changing external
 * function of every deployed contract. Trusted actors and excluded functions are exceptions.
 */
public final class AdversaryUniverse {
    private static final BigInteger CLOCK_END = BigInteger.ONE.shiftLeft(64);

    /** A function that some sender may call. */
    public record Target(String instance, FunctionModel function) {}

    /** A contract that accepts ether without a call, or arbitrary call data. */
    public record RawTarget(String instance, Artifact.Unnamed entry) {}

    private final DeployedSystem system;
    private final Specification specification;
    private final List<Target> targets = new ArrayList<>();
    private final List<RawTarget> rawTargets = new ArrayList<>();

    public AdversaryUniverse(DeployedSystem system) {
        this.system = system;
        this.specification = system.specification();
        for (String instance : specification.instances().keySet()) {
            specification.modelOf(instance).functions().stream()
                    .filter(f -> f.mutability().changesState())
                    .filter(f -> adversary().excluded().stream().noneMatch(e -> covers(e, instance, f)))
                    .forEach(f -> targets.add(new Target(instance, f)));
            system.artifactOf(instance).unnamed().forEach(u -> rawTargets.add(new RawTarget(instance, u)));
        }
    }

    /** The targets in the order of deployment, then of the interface. */
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    public List<RawTarget> rawTargets() {
        return List.copyOf(rawTargets);
    }

    /** The actors that may send some transaction, in the order of declaration. */
    public List<String> senders() {
        return specification.actors().stream().filter(this::maySend).toList();
    }

    /** @param sender an actor or an unknown address; unknown addresses may call everything that is not excluded */
    public boolean allows(String sender, Target target) {
        String name = name(sender);
        return targets.contains(target)
                && maySend(sender, target.instance())
                && adversary().trusted().stream()
                        .filter(t -> t.actor().equals(name))
                        .noneMatch(t -> t.functions().isEmpty()
                                || t.functions().stream()
                                        .anyMatch(e -> covers(e, target.instance(), target.function())));
    }

    /** Returns whether the account may send some transaction, on whichever chain. */
    public boolean maySend(String sender) {
        return system.accounts()
                        .find(sender)
                        .filter(a -> PossibleSenders.hindrance(a, system).isEmpty())
                        .isPresent()
                && !isTrusted(sender);
    }

    /** Returns whether the account may send some transaction to the contract, on the contract's chain. */
    public boolean maySend(String sender, String instance) {
        return isImpostor(sender, instance) ? !isTrusted(sender) : maySend(sender);
    }

    private boolean isImpostor(String sender, String instance) {
        return specification.chains().areApart(name(sender), name(instance));
    }

    private boolean isTrusted(String sender) {
        String name = name(sender);
        return adversary().trusted().stream()
                .anyMatch(t -> t.actor().equals(name) && t.functions().isEmpty());
    }

    /** The contracts whose address somebody else may have on another chain, in the order of deployment. */
    public List<String> impostors() {
        return specification.chains().areSeveral()
                ? List.copyOf(specification.instances().keySet())
                : List.of();
    }

    /** An actor is trusted under its address too. */
    private String name(String sender) {
        return system.accounts().find(sender).flatMap(system.accounts()::nameOf).orElse(sender);
    }

    /**
     * An actor whose signature of anything the adversary can get.
     *
     * @param key private
     */
    public record Signer(String actor, BigInteger key) {}

    /** The actors that sign, in the order of declaration. The key of an account of a fork is not known. */
    public List<Signer> signers() {
        return specification.actors().stream()
                .filter(actor ->
                        adversary().signs(actor) && !specification.places().containsKey(actor))
                .map(actor -> new Signer(actor, AccountNames.keyOfActor(actor)))
                .toList();
    }

    /** The least number of seconds between two transactions. */
    public long minimumAdvance() {
        return adversary().minimumAdvance().longValueExact();
    }

    /**
     * The greatest number of seconds before the next transaction.
     *
     * @param now the time of the last transaction
     * @return less than {@link #minimumAdvance} if the clock is at its end
     */
    public BigInteger maximumAdvance(long now) {
        BigInteger left = Convert.unsigned(lastSecond()).subtract(Convert.unsigned(now));
        return adversary().maximumAdvance().map(left::min).orElse(left);
    }

    /** The last second of the clock, unsigned. */
    public long lastSecond() {
        return adversary()
                .until()
                .map(CLOCK_END::min)
                .orElse(CLOCK_END)
                .subtract(BigInteger.ONE)
                .max(BigInteger.ZERO)
                .longValue();
    }

    private Adversary adversary() {
        return specification.adversary();
    }

    private static boolean covers(Adversary.Exclusion exclusion, String instance, FunctionModel function) {
        return exclusion.instance().equals(instance) && exclusion.function().equals(function);
    }
}
