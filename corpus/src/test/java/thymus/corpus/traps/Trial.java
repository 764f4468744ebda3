package thymus.corpus.traps;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.ci.check.Check;
import thymus.ci.check.CheckListener;
import thymus.ci.check.CheckPlan;
import thymus.ci.engine.CheckTarget;
import thymus.ci.engine.SystemEngines;
import thymus.ci.verdict.CheckResult;
import thymus.ci.verdict.PropertyVerdict;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiValue;
import thymus.solver.ProverOptions;
import thymus.spec.contract.FunctionModel;
import thymus.spec.tree.Property;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;
import thymus.system.replay.Replay;
import thymus.system.replay.Replayer;

/** One system of a pair, checked as the command checks it but with less effort. */
final class Trial {
    private static final long TRANSACTIONS = Long.getLong("thymus.traps.transactions", 300);
    private static final long FEW = 5;
    private static final int EFFORT = Integer.getInteger("thymus.traps.effort", 20_000);
    private static final int DEPTH = Integer.getInteger("thymus.traps.depth", 1);
    /** Never used up on an idle machine: the effort is what ends a proof. */
    private static final Duration BUDGET = Duration.ofSeconds(Integer.getInteger("thymus.traps.budget", 5));

    private final Path folder;
    private final CheckTarget subject;

    Trial(Path folder) {
        this.folder = folder;
        this.subject = CheckTarget.read(folder.resolve("case.inv"), Optional.empty());
    }

    CheckResult check() throws InterruptedException {
        return check(TRANSACTIONS, 1);
    }

    /** With so few transactions that what is proved is the prover's word alone. */
    CheckResult proof() throws InterruptedException {
        return check(FEW, 1);
    }

    CheckResult fuzzed() throws InterruptedException {
        return check(TRANSACTIONS, 0);
    }

    private CheckResult check(long transactions, int provers) throws InterruptedException {
        CheckPlan plan = new CheckPlan(
                folder.toString(), subject.specification().properties(), 1, BUDGET, transactions, provers);
        ProverOptions options = new ProverOptions(EFFORT, DEPTH, Optional.empty());
        return new Check(
                        plan,
                        new SystemEngines(subject, plan, folder.resolve("out"), options),
                        new Silence(),
                        Trial::crashed)
                .run();
    }

    /** Which properties the calls break, and after how many of them. */
    Map<String, Integer> broken(List<Call> witness) {
        Map<String, Integer> broken = new LinkedHashMap<>();
        DeployedSystem system = subject.deploy();
        List<Step> steps = witness.stream().map(call -> step(system, call)).toList();
        for (Property property : subject.specification().properties()) {
            Replay replay = Replayer.run(system, property, steps);
            if (replay.outcome() instanceof Replay.Outcome.Broken at) {
                broken.put(property.name(), at.step());
            }
        }
        return broken;
    }

    private static Step step(DeployedSystem system, Call call) {
        FunctionModel function = system.functions(call.target()).stream()
                .filter(f -> f.name().equals(call.function()))
                .findFirst()
                .orElseThrow();
        byte[] data = Words.bytes(call.arguments().toArray(BigInteger[]::new));
        List<AbiValue> values = AbiCodec.decode(AbiCodec.types(function.inputs()), data);
        return new Step(
                call.sender(),
                call.target(),
                new StepCall.FunctionCall(function, values),
                BigInteger.valueOf(call.value()),
                call.seconds(),
                1);
    }

    /** With where it came from: the stack is what whoever mends it needs. */
    private static String crashed(String where, Throwable fault) {
        java.io.StringWriter text = new java.io.StringWriter();
        fault.printStackTrace(new java.io.PrintWriter(text, true));
        return where + ": " + text;
    }

    private record Silence() implements CheckListener {
        @Override
        public void decided(PropertyVerdict judgement) {}

        @Override
        public void progress(Progress progress) {}
    }
}
