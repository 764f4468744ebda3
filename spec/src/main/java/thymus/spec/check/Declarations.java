package thymus.spec.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import thymus.spec.Adversary;
import thymus.spec.CalleeBehaviour;
import thymus.spec.Fork;
import thymus.spec.Relay;
import thymus.spec.SetupParameter;
import thymus.spec.Specification.ContractDeclaration;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.ContractModel;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.InvParser;
import thymus.spec.syntax.Source;
import thymus.spec.syntax.Spelling;
import thymus.spec.text.Span;
import thymus.spec.tree.Flow;
import thymus.spec.tree.Ghost;
import thymus.spec.tree.GhostMachine;
import thymus.spec.tree.Type;
import thymus.spec.tree.Variable;

/** The names that a file has declared so far. */
final class Declarations {
    /** Names with a meaning of their own in expressions. */
    static final Set<String> RESERVED = Set.of("msg", "block", "now", "actors", "ever", "_", "duration", "type");

    final Source source;
    final ContractSource artifacts;
    final Map<String, ContractDeclaration> contracts = new LinkedHashMap<>();
    final List<String> actors = new ArrayList<>();
    /** The addresses of contracts and actors in a fork. */
    final Map<String, BigInteger> places = new LinkedHashMap<>();

    Optional<Fork> fork = Optional.empty();
    final Map<String, SetupParameter> parameters = new LinkedHashMap<>();
    /** Deployed name to contract name. */
    final Map<String, String> instances = new LinkedHashMap<>();

    /** The instances whose code proofs do not read. */
    final Map<String, CalleeBehaviour> callees = new LinkedHashMap<>();

    /** The names of the chains; none where there is one only. */
    final List<String> chains = new ArrayList<>();

    /** How far apart, in seconds, the clocks of two chains may be. */
    BigInteger drift = BigInteger.ZERO;

    /** The chain of each contract that setup deploys somewhere, and of each relay. */
    final Map<String, String> chainOf = new LinkedHashMap<>();

    /** The names of relays, of those too that no pass has checked yet. */
    final Set<String> relayNames = new HashSet<>();

    final Map<String, Relay> relays = new LinkedHashMap<>();

    final Map<String, Definition> definitions = new LinkedHashMap<>();
    /** How deep the expressions lie that are being expanded. */
    int expansionDepth;
    /** What expansions have added so far: characters, and nodes of trees. */
    int expanded;

    int nodes;
    final Map<String, Flow> flows = new LinkedHashMap<>();
    /** Names of ghosts, of those too that no pass has checked yet. */
    final Set<String> ghostNames = new HashSet<>();

    final Map<String, Ghost> ghosts = new LinkedHashMap<>();
    final List<Ghost.Update> updates = new ArrayList<>();
    /** What the value of each ghost depends on; only after all updates were read. */
    final Map<String, GhostMachine> machines = new LinkedHashMap<>();

    /** Names that a trigger binds somewhere, with the place, to explain why they mean nothing elsewhere. */
    final Map<String, Span> boundByTriggers = new LinkedHashMap<>();

    /** Names that setup deploys somewhere. */
    final Set<String> announced = new HashSet<>();

    /** What the adversary leaves out; empty before that was read. */
    Optional<Adversary> adversary = Optional.empty();

    /** What benign traces are; empty where the file does not say. */
    Optional<BenignChecker.Envelope> benign = Optional.empty();

    private final Map<String, Span> declared = new LinkedHashMap<>();
    private int variables;

    Declarations(Source source, ContractSource artifacts) {
        this.source = source;
        this.artifacts = artifacts;
    }

    /** Claims a name of the file for one meaning. */
    void declare(String name, Span span) {
        if (RESERVED.contains(name)) {
            throw source.nameError(span, "'" + name + "' has a meaning of its own and cannot be declared", "");
        }
        Span first = declared.putIfAbsent(name, span);
        if (first != null) {
            throw source.nameError(
                    span, "'" + name + "' is already declared at " + first.from(span), "choose another name");
        }
    }

    Variable variable(String name, Type type, Optional<AbiType> abi) {
        return new Variable(name, type, variables++, abi);
    }

    boolean isAccount(String name) {
        return instances.containsKey(name) || actors.contains(name) || relayNames.contains(name);
    }

    /** The names of actors and deployed contracts. */
    Set<String> accounts() {
        Set<String> accounts = new HashSet<>(actors);
        accounts.addAll(instances.keySet());
        return accounts;
    }

    /** The name of a contract that setup has deployed. */
    String requireDeployed(InvParser.NameContext name) {
        String instance = name.getText();
        if (!instances.containsKey(instance)) {
            String suggestion = Spelling.suggestion(instance, instances.keySet());
            throw source.nameError(
                    source.span(name),
                    "no contract '" + instance + "' has been deployed at this point",
                    suggestion.isEmpty() ? "deploy it first: " + instance + " = new …(…) from …;" : suggestion);
        }
        return instance;
    }

    /** @param instance a deployed name */
    ContractModel model(String instance) {
        return contracts.get(instances.get(instance)).model();
    }

    /** "contract Vault" for the instance vault. */
    String describe(String instance) {
        return "contract " + instances.get(instance);
    }
}
