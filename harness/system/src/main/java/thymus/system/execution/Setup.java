package thymus.system.execution;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.Selector;
import thymus.contracts.artifact.Artifact;
import thymus.contracts.artifact.ArtifactCode;
import thymus.contracts.artifact.ArtifactStore;
import thymus.contracts.layout.CandidateKeys;
import thymus.contracts.layout.FoldedHashes;
import thymus.contracts.layout.SlotExplanation;
import thymus.contracts.layout.StorageSnapshot;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Receipt;
import thymus.evm.interpreter.Tracer;
import thymus.evm.primitive.Address;
import thymus.fork.state.ForkState;
import thymus.spec.Relay;
import thymus.spec.SetupStep;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.spec.contract.StorageVariable;
import thymus.spec.monitor.Evaluator;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.text.NumberText;
import thymus.spec.text.Span;
import thymus.spec.tree.Expr;

/**
 * Finds what the fork has, and runs the transactions of {@code setup}, all at the start time and in the first block.
 */
final class Setup {
    /** As the machine says it. */
    private static final String OUT_OF_GAS = "out of gas";

    /** Arrays and texts are taken to be long, whatever they hold at the time: what explains a slot once always does. */
    private static final StorageSnapshot LONG_ARRAYS =
            slot -> BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);

    private final DeployedSystem system;
    private final Map<String, Artifact> artifacts;
    private Elsewhere elsewhere = Elsewhere.NOTHING;
    /** What finds the messages of the step, once what it deploys has its name. */
    private Optional<TriggerMatcher> latest = Optional.empty();

    private Setup(DeployedSystem system, Map<String, Artifact> artifacts) {
        this.system = system;
        this.artifacts = artifacts;
    }

    static DeployedSystem run(Specification specification, ArtifactStore store, Optional<ForkState> fork) {
        requireFork(specification, fork);
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        Map<String, Specification.ContractDeclaration> compiled = new LinkedHashMap<>(specification.contracts());
        compiled.keySet().removeAll(specification.chains().relays().keySet());
        compiled.forEach((name, c) -> artifacts.put(
                name,
                specification.places().containsKey(name)
                        ? store.interfaceOf(c.reference())
                        : store.artifact(c.reference())));
        DeployedSystem system = new DeployedSystem(specification, artifacts, fork);
        for (String actor : specification.actors()) {
            Address address = Optional.ofNullable(specification.places().get(actor))
                    .map(Convert::address)
                    .orElseGet(() -> AccountNames.ofActor(actor));
            system.accounts().add(actor, address);
            system.seen().address(Convert.number(address));
            system.transactor().fund(address);
        }
        specification
                .chains()
                .relays()
                .values()
                .forEach(relay -> system.accounts().add(relay.name(), Convert.hashed("thymus relay " + relay.name())));
        for (String instance : specification.instances().keySet()) {
            Optional.ofNullable(specification.places().get(instance))
                    .ifPresent(place -> system.forked()
                            .orElseThrow()
                            .find(instance, Convert.address(place), artifacts.get(instance)));
        }
        Setup setup = new Setup(system, artifacts);
        CreationRecorder creations = new CreationRecorder();
        system.watch(creations, Coverage.NONE);
        specification.setup().forEach(setup::step);
        system.watch(Tracer.NONE, Coverage.NONE);
        specification.setup().stream()
                .findFirst()
                .ifPresent(
                        first -> new CreatedContracts(system, store, artifacts.values()).take(creations, first.span()));
        setup.refuseUnplaced();
        specification.chains().relays().values().forEach(setup::relay);
        setup.findFoldedHashes();
        return system;
    }

    private static void requireFork(Specification specification, Optional<ForkState> fork) {
        if (fork.isEmpty() && !specification.places().isEmpty()) {
            String name = specification.places().keySet().iterator().next();
            throw new SetupException(specification.file() + ": " + name + " stands at an address, but nothing says of "
                    + "which chain: write fork \"state.json\"; or fork \"URL\" block N;, or give --fork");
        }
    }

    private void step(SetupStep step) {
        try {
            switch (step) {
                case SetupStep.Deploy deploy -> deploy(deploy);
                case SetupStep.Call call -> call(call);
            }
        } catch (AbiException | UndefinedValue e) {
            throw new SetupException(step.span() + ": setup: " + e.getMessage(), e);
        }
        try {
            latest.ifPresent(matcher -> elsewhere =
                    elsewhere.with(system.books().note(matcher, system.state(), elsewhere, elsewhere.messages())));
        } catch (ImpossibleTransactionException e) {
            throw failed(step.span(), e.getMessage());
        }
        // Views that later arguments call see what this step did.
        system.history().set(SettledState.atSetup(system.chain(), elsewhere));
    }

    private void deploy(SetupStep.Deploy deploy) {
        Artifact artifact = artifacts.get(deploy.contract()).requireDeployable();
        List<Parameter> parameters =
                artifact.model().constructor().map(FunctionModel::inputs).orElse(List.of());
        List<AbiValue> arguments = SetupArguments.values(parameters, deploy.arguments(), system.state());
        byte[] code = artifact.creation().bytes();
        byte[] encoded = AbiCodec.encode(AbiCodec.types(parameters), arguments);
        byte[] data = Arrays.copyOf(code, code.length + encoded.length);
        System.arraycopy(encoded, 0, data, code.length, encoded.length);
        Map<Integer, String> places = places(parameters, deploy.arguments(), code.length);
        Receipt receipt = send(deploy, Optional.empty(), data, places, "new " + deploy.contract() + "(…)");
        Address address = receipt.created()
                .orElseThrow(() -> new IllegalStateException("a deployment that succeeds creates a contract"));
        system.deployed(deploy.instance(), address, artifacts.get(deploy.type()), artifact);
        system.seen().values(parameters, arguments);
    }

    private void call(SetupStep.Call call) {
        List<AbiValue> arguments = SetupArguments.values(call.function().inputs(), call.arguments(), system.state());
        byte[] data = Selector.callData(call.function(), arguments);
        String name = call.instance() + "." + call.function().name();
        Map<Integer, String> places = places(call.function().inputs(), call.arguments(), Selector.SIZE);
        send(call, Optional.of(system.addressOf(call.instance())), data, places, name + "(…)");
        system.seen().values(call.function().inputs(), arguments);
    }

    /** @param begin how many bytes stand before the arguments */
    private Map<Integer, String> places(List<Parameter> parameters, List<Expr> arguments, int begin) {
        Map<Integer, String> places = new TreeMap<>();
        if (!system.specification().parameters().isEmpty()) {
            SetupArguments.places(parameters, arguments, system.state())
                    .forEach((offset, name) -> places.put(begin + offset, name));
        }
        return places;
    }

    private Receipt send(
            SetupStep step, Optional<Address> to, byte[] data, Map<Integer, String> parameters, String name) {
        Address sender = Convert.address(Evaluator.integer(step.sender(), system.state()));
        BigInteger value = Evaluator.integer(step.value(), system.state());
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw failed(
                    step.span(), name + " is to send " + NumberText.value(value) + " wei, which is no amount of ether");
        }
        system.transactor().guard().begin(system.specification().chains().of(instance(step)));
        to.ifPresent(target -> system.fork().ifPresent(fork -> fork.expect(sender, target, data)));
        int before = system.chain().world().snapshot();
        Receipt receipt;
        try {
            receipt = system.places()
                    .on(
                            system.specification().chains().of(instance(step)),
                            0,
                            () -> system.transactor().send(sender, to, value, data));
        } catch (ImpossibleTransactionException e) {
            throw failed(step.span(), name + " failed: " + e.getMessage());
        }
        system.settingUp(new SetupTransaction(
                sender,
                to,
                value,
                data,
                parameters,
                before,
                system.chain().world().snapshot(),
                receipt));
        if (!receipt.ok()) {
            String loop = receipt.haltReason().orElse("").equals(OUT_OF_GAS)
                    ? " (a step has " + DeployedSystem.GAS + "; does it loop for ever?)"
                    : "";
            throw failed(step.span(), name + " failed: " + system.reasons().of(receipt) + loop);
        }
        ChainGuard guard = system.transactor().guard();
        guard.crossing().ifPresent(called -> {
            throw failed(
                    step.span(),
                    name + " calls " + called
                            + ", which is on another chain: contracts call only what is on their own; "
                            + "a relay carries messages");
        });
        latest = Optional.of(
                new TriggerMatcher(system.layouts(), to.or(receipt::created).orElse(Address.ZERO), data, receipt));
        return receipt;
    }

    private static String instance(SetupStep step) {
        return switch (step) {
            case SetupStep.Deploy deploy -> deploy.instance();
            case SetupStep.Call call -> call.instance();
        };
    }

    /** What stands on no known chain may be called on each. */
    private void refuseUnplaced() {
        if (system.specification().chains().areSeveral() && !system.created().isEmpty()) {
            CreatedContract created = system.created().getFirst();
            throw new SetupException(system.specification().file() + ": setup: " + created.creator()
                    + " creates a contract that the file does not name, which is not supported yet in a file with"
                    + " several chains; deploy it in setup, and pass its address");
        }
    }

    /** Puts a relay where its receiver trusts it, once the receiver stands. */
    private void relay(Relay relay) {
        Address place = system.addressOf(relay.name());
        byte[] code = RelayCode.of(
                relay, system.addressOf(relay.receiver()), value -> Evaluator.integer(value, system.state()));
        system.chain().world().setCode(place, Bytecode.of(code));
        system.chain().world().setNonce(place, 1);
        system.deployed(
                relay.name(),
                place,
                new Artifact(
                        "Relay",
                        "relay",
                        Path.of(system.specification().file()),
                        relay.model(),
                        List.of(),
                        Set.of(),
                        ArtifactCode.NONE,
                        ArtifactCode.NONE,
                        Optional.empty()));
    }

    private SetupException failed(Span span, String what) {
        String with = system.specification().chosen().entrySet().stream()
                .map(choice -> choice.getKey() + " = " + NumberText.value(choice.getValue()))
                .collect(Collectors.joining(", "));
        return new SetupException(span + ": setup: " + what + (with.isEmpty() ? "" : ", with " + with));
    }

    /** Keys that the compiler hashed are keys that no execution ever will. */
    private void findFoldedHashes() {
        Specification specification = system.specification();
        List<BigInteger> named = new ArrayList<>();
        system.accounts().all().forEach(account -> named.add(Convert.number(account)));
        named.addAll(Summing.numbers(specification));
        List<byte[]> all = specification.instances().keySet().stream()
                .flatMap(i -> codes(i).stream())
                .toList();
        CandidateKeys keys = CandidateKeys.of(named, all);
        Set<String> summed = Summing.contracts(specification);
        Map<Address, WrittenSlots.Search> searches = new LinkedHashMap<>();
        for (String instance : specification.instances().keySet()) {
            List<StorageVariable> layout =
                    system.artifactOf(instance).model().storage().orElse(List.of());
            List<BigInteger> topics = system.artifactOf(instance).model().events().stream()
                    .map(Selector::topic)
                    .toList();
            FoldedHashes.record(codes(instance), topics, layout, keys, system.preimages());
            Address address = system.addressOf(instance);
            if (summed.contains(instance)) {
                searches.put(address, slot -> SlotExplanation.explain(List.of(slot), layout, keys.all(), LONG_ARRAYS));
            }
        }
        system.slots().watch(searches);
    }

    /** The code on the chain, and what the code that creates it has beside it. */
    private List<byte[]> codes(String instance) {
        return List.of(system.code(instance), system.artifactOf(instance).creator());
    }
}
