package thymus.spec.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import thymus.spec.Chains;
import thymus.spec.SeveralErrors;
import thymus.spec.SpecException;
import thymus.spec.Specification;
import thymus.spec.SpecificationError;
import thymus.spec.UnsupportedConstruct;
import thymus.spec.contract.ContractSource;
import thymus.spec.syntax.Imports;
import thymus.spec.syntax.InvParser;

/**
 * Checks the whole file in passes, each of which declares names for the next: fork, contracts and actors, setup,
 * adversary, ghosts, flows, properties. Errors are collected. The next pass runs only without errors, so that no name
 * is missing.
 */
public final class SpecificationChecker {
    /** More errors at once are not useful. */
    private static final int MOST_ERRORS = 20;

    private final Declarations environment;
    private final List<InvParser.DeclarationContext> declarations;
    private final List<SpecificationError> errors = new ArrayList<>();

    private SpecificationChecker(Imports.Read read, ContractSource artifacts) {
        this.environment = new Declarations(read.source(), artifacts);
        this.declarations = read.declarations();
    }

    /** @throws SpecException if there is any error */
    public static Specification check(Imports.Read read, ContractSource artifacts) {
        return new SpecificationChecker(read, artifacts).check(artifacts);
    }

    private Specification check(ContractSource artifacts) {
        Unsupported unsupported = new Unsupported(environment.source);
        each(InvParser.DeclarationContext.class, d -> {
            Optional<UnsupportedConstruct> refused = unsupported.declaration(d);
            if (refused.isPresent()) {
                throw refused.get();
            }
        });
        DeclarationChecker declared = new DeclarationChecker(environment, artifacts);
        atMostOne(InvParser.ForkDeclarationContext.class, "fork", declared::fork);
        each(InvParser.ContractDeclarationContext.class, declared::contract);
        each(InvParser.ActorDeclarationContext.class, declared::actors);
        ChainChecker chains = new ChainChecker(environment);
        atMostOne(InvParser.ChainDeclarationContext.class, "chain", chains::chains);
        RelayChecker relays = new RelayChecker(environment);
        each(InvParser.RelayDeclarationContext.class, relays::announce);
        each(InvParser.DeclarationContext.class, chains::refuseBeside);
        DefinitionChecker definitions = new DefinitionChecker(environment);
        each(InvParser.DefineDeclarationContext.class, definitions::define);
        attempt(definitions::refuseRecursion);
        stopOnErrors();
        each(InvParser.ParameterDeclarationContext.class, declared::parameter);
        stopOnErrors();
        each(
                InvParser.GhostDeclarationContext.class,
                d -> environment.ghostNames.add(d.name().getText()));
        SetupChecker setup = new SetupChecker(environment);
        atMostOne(InvParser.SetupDeclarationContext.class, "setup", setup::setup);
        stopOnErrors();
        each(InvParser.RelayDeclarationContext.class, relays::relay);
        stopOnErrors();
        Chains several = chains.all();
        CalleeChecker callees = new CalleeChecker(environment);
        each(InvParser.CalleeDeclarationContext.class, callees::callee);
        AdversaryChecker adversary = new AdversaryChecker(environment);
        atMostOne(InvParser.AdversaryDeclarationContext.class, "adversary", adversary::clauses);
        ghosts();
        FlowChecker flows = new FlowChecker(environment);
        each(InvParser.FlowDeclarationContext.class, flows::flow);
        stopOnErrors();
        environment.definitions.values().forEach(d -> attempt(() -> definitions.check(d)));
        stopOnErrors();
        MaximumChecker maxima = new MaximumChecker(environment);
        List<String> names = declarations.stream()
                .filter(InvParser.MaximizeDeclarationContext.class::isInstance)
                .map(d -> d.getRuleContext(InvParser.NameContext.class, 0).getText())
                .toList();
        each(InvParser.ClaimDeclarationContext.class, c -> maxima.claim(c, names));
        environment.adversary = Optional.of(adversary.adversary());
        GuidanceChecker guidance = new GuidanceChecker(environment, setup.startTime());
        each(InvParser.ActionDeclarationContext.class, guidance::action);
        each(InvParser.TryDeclarationContext.class, guidance::seed);
        BenignChecker benign = new BenignChecker(environment);
        atMostOne(InvParser.BenignDeclarationContext.class, "benign", benign::envelope);
        stopOnErrors();
        PropertyChecker properties = new PropertyChecker(environment, maxima);
        each(InvParser.DeclarationContext.class, d -> property(properties, d));
        ExpectationChecker expectations = new ExpectationChecker(environment);
        each(InvParser.ExpectDeclarationContext.class, d -> expectations.expect(d, before(d, properties)));
        stopOnErrors();
        return new Specification(
                        environment.source.file(),
                        environment.fork,
                        Collections.unmodifiableMap(environment.contracts),
                        List.copyOf(environment.actors),
                        Collections.unmodifiableMap(environment.places),
                        Collections.unmodifiableMap(environment.parameters),
                        setup.startTime(),
                        setup.steps(),
                        Collections.unmodifiableMap(environment.instances),
                        adversary.adversary(),
                        List.copyOf(environment.flows.values()),
                        List.copyOf(environment.ghosts.values()),
                        List.copyOf(environment.updates),
                        properties.properties(),
                        expectations.expectations(),
                        Collections.unmodifiableMap(environment.callees),
                        guidance.guidance(),
                        several)
                .withBooksRead();
    }

    /** What is wrong in one pass makes the next one say more that is wrong. */
    private void ghosts() {
        GhostChecker ghosts = new GhostChecker(environment);
        int before = errors.size();
        each(InvParser.GhostDeclarationContext.class, ghosts::declare);
        if (errors.size() == before) {
            each(InvParser.UpdateDeclarationContext.class, ghosts::update);
        }
        if (errors.size() == before) {
            attempt(ghosts::connect);
        }
    }

    /** The property that is stated right before; one with an error counts. */
    private Optional<String> before(InvParser.ExpectDeclarationContext expectation, PropertyChecker properties) {
        int index = declarations.indexOf(expectation);
        while (index > 1 && declarations.get(index - 1) instanceof InvParser.ClaimDeclarationContext) {
            index--; // what it bounds stands before it
        }
        return index == 0
                        || !environment
                                .source
                                .span(declarations.get(index - 1).getStart())
                                .file()
                                .equals(environment.source.span(expectation).file())
                ? Optional.empty()
                : properties.statedBy(declarations.get(index - 1).getRuleContext(InvParser.NameContext.class, 0));
    }

    private static void property(PropertyChecker properties, InvParser.DeclarationContext declaration) {
        switch (declaration) {
            case InvParser.InvariantDeclarationContext c -> properties.invariant(c);
            case InvParser.EnabledDeclarationContext c -> properties.enabled(c);
            case InvParser.RespondDeclarationContext c -> properties.respond(c);
            case InvParser.MaximizeDeclarationContext c -> properties.maximize(c);
            case InvParser.EnvelopeDeclarationContext c -> properties.envelope(c);
            case InvParser.WithinDeclarationContext c -> properties.within(c);
            case InvParser.NeverTripsDeclarationContext c -> properties.neverTrips(c);
            case InvParser.RuleDeclarationContext c -> properties.rule(c);
            case InvParser.LimitDeclarationContext c -> properties.limit(c);
            case InvParser.IsolateDeclarationContext c -> properties.isolate(c);
            case InvParser.LemmaDeclarationContext c -> properties.lemma(c);
            default -> {}
        }
    }

    private <T extends InvParser.DeclarationContext> void each(Class<T> kind, Consumer<T> check) {
        for (InvParser.DeclarationContext declaration : declarations) {
            if (kind.isInstance(declaration)) {
                attempt(() -> check.accept(kind.cast(declaration)));
            }
        }
    }

    private <T extends InvParser.DeclarationContext> void atMostOne(Class<T> kind, String word, Consumer<T> check) {
        List<T> found =
                declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            errors.add(environment.source.ruleError(
                    environment.source.span(found.get(1).getStart()), "a file has one '" + word + "'", "merge them"));
        }
        found.stream().limit(1).forEach(f -> attempt(() -> check.accept(f)));
    }

    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (SpecificationError e) {
            errors.add(e);
            if (errors.size() == MOST_ERRORS) {
                stopOnErrors();
            }
        }
    }

    private void stopOnErrors() {
        if (errors.size() == 1) {
            throw errors.getFirst();
        }
        if (!errors.isEmpty()) {
            throw new SeveralErrors(errors);
        }
    }
}
