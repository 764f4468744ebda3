package thymus.solver.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.contracts.artifact.ArtifactStore;
import thymus.fixtures.Repository;
import thymus.solver.ProofOutcome;
import thymus.solver.ProverOptions;
import thymus.solver.property.ObligationGenerator;
import thymus.solver.property.SystemModel;
import thymus.solver.term.PathFacts;
import thymus.solver.term.Simplifier;
import thymus.solver.term.TermEvaluator;
import thymus.solver.term.Terms;
import thymus.spec.SetupParameter;
import thymus.spec.Specification;
import thymus.spec.check.SpecificationReader;
import thymus.spec.monitor.Evaluator;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.SetupException;

/** What setup leaves for any parameters, at the values of some, is what it leaves when it is run with them. */
@Tag("integration")
class SymbolicSetupAgreesWithInterpreterTest {
    private static final int DEPLOYMENTS = 60;

    private final Path file = Repository.at("solver/src/test/resources/parameters/Settings.inv");
    private final ArtifactStore store = ArtifactStore.beside(file);
    private final Specification specification = SpecificationReader.read(file, store);
    private final Terms terms = new Terms();
    private final Simplifier plain = new Simplifier(terms, PathFacts.none(terms));

    private SystemModel model() {
        DeployedSystem system = DeployedSystem.deploy(specification, store);
        Deployment deployment = new Deployment(system, terms);
        SystemModel model = deployment.model(conditions -> true);
        deployment.readParameters(model, conditions -> conditions.stream().noneMatch(c -> c == terms.no));
        return model;
    }

    private Map<String, BigInteger> draw(Random random, int round) {
        Map<String, BigInteger> values = new LinkedHashMap<>();
        for (SetupParameter parameter : specification.parameters().values()) {
            BigInteger width = parameter.greatest().subtract(parameter.least());
            BigInteger drawn = switch (round < 8 ? (round >> values.size()) & 1 : 2) {
                case 0 -> BigInteger.ZERO;
                case 1 -> width;
                default -> new BigInteger(1 + random.nextInt(width.bitLength()), random).min(width);
            };
            values.put(parameter.name(), parameter.least().add(drawn));
        }
        if (round == 8) {
            values.put("cap", BigInteger.valueOf(13));
        }
        return values;
    }

    private static Map<String, BigInteger> symbols(Map<String, BigInteger> values) {
        Map<String, BigInteger> symbols = new LinkedHashMap<>();
        values.forEach((name, value) -> symbols.put("parameter." + name, value));
        return symbols;
    }

    @Test
    void atTheValuesOfADeployment() {
        SystemModel model = model();
        ObligationGenerator reader = new ObligationGenerator(model);
        Random random = new Random(7);
        int failed = 0;
        for (int i = 0; i < DEPLOYMENTS; i++) {
            Map<String, BigInteger> values = draw(random, i);
            TermEvaluator evaluator = new TermEvaluator(symbols(values));
            boolean succeeds = model.deploymentFacts().stream().allMatch(evaluator::truth);
            Optional<DeployedSystem> system = deployed(values);
            assertEquals(system.isPresent(), succeeds, "whether setup succeeds with " + values);
            failed += succeeds ? 0 : 1;
            system.ifPresent(s -> compare(s, model, reader, evaluator, values));
        }
        assertTrue(failed > 2 && failed < DEPLOYMENTS - 20, failed + " deployments failed");
    }

    private void compare(
            DeployedSystem system,
            SystemModel model,
            ObligationGenerator reader,
            TermEvaluator evaluator,
            Map<String, BigInteger> values) {
        for (Property property : specification.properties()) {
            Expr read = ((Expr.Binary) property.condition()).left();
            BigInteger concrete = Evaluator.integer(read, system.state());
            assertEquals(
                    concrete,
                    evaluator.value(reader.value(read, model.deployed(), plain)),
                    property.name() + " with " + values);
        }
    }

    private Optional<DeployedSystem> deployed(Map<String, BigInteger> values) {
        try {
            return Optional.of(DeployedSystem.deploy(specification.choosing(values), store));
        } catch (SetupException e) {
            return Optional.empty();
        }
    }

    @Test
    void aSetupWithSeveralPathsIsRefusedByName() {
        Path forked = Repository.at("solver/src/test/resources/parameters/Forked.inv");
        Specification read = SpecificationReader.read(forked, store);
        Property bounded = read.properties().getFirst();
        try (Prover prover = new Prover(DeployedSystem.deploy(read, store), ProverOptions.standard())) {
            assertEquals(
                    "not modelled by the prover: the parameter level is sampled only, because setup has 2 paths that "
                            + "succeed, depending on the values",
                    assertInstanceOf(ProofOutcome.Unknown.class, prover.prove(bounded, () -> false))
                            .reason());
        }
    }
}
