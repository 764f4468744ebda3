package thymus.system.replay;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thymus.evm.primitive.Sha256;
import thymus.spec.Specification;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;
import thymus.system.execution.Witness;

/**
 * A sequence of steps that breaks a property, with the data to replay it.
 *
 * @param specification the .inv file
 * @param artifacts the folder of the compiled contracts; empty if it is that of the specification
 * @param brokenAt the number of steps after which the property is false; 0: right after setup
 * @param specificationHash the SHA-256 of the .inv file and of the files that it imports, hexadecimal
 * @param fork the initial state of the system; empty: none
 * @param parameters the values of the parameters of the deployment, by name
 * @param witnesses values at which a {@code forall} of the property is false
 * @param codeHashes the SHA-256 of each deployed contract's code
 */
public record Counterexample(
        Path specification,
        Optional<Path> artifacts,
        long seed,
        String property,
        int brokenAt,
        String specificationHash,
        Optional<RecordedFork> fork,
        Map<String, BigInteger> parameters,
        List<Witness> witnesses,
        Map<String, String> codeHashes,
        List<RecordedStep> steps) {
    public Counterexample {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        witnesses = List.copyOf(witnesses);
        codeHashes = new TreeMap<>(codeHashes);
        steps = List.copyOf(steps);
    }

    /** @param system a system on which the steps break the property, after setup or later */
    public static Counterexample of(
            DeployedSystem system,
            Path specification,
            Optional<Path> artifacts,
            long seed,
            String property,
            int brokenAt,
            List<Step> steps) {
        return new Counterexample(
                specification,
                artifacts,
                seed,
                property,
                brokenAt,
                Fingerprint.ofSpecification(specification),
                system.fork().map(RecordedFork::of),
                system.specification().chosen(),
                system.witnesses(),
                codes(system),
                steps.stream().map(step -> RecordedStep.of(step, system)).toList());
    }

    /**
     * The counterexample with other paths than those in the file.
     *
     * @param artifacts empty: as in the file
     */
    public Counterexample placed(Optional<Path> specification, Optional<Path> artifacts) {
        return new Counterexample(
                specification.orElse(this.specification),
                artifacts.or(this::artifacts),
                seed,
                property,
                brokenAt,
                specificationHash,
                fork,
                parameters,
                witnesses,
                codeHashes,
                steps);
    }

    static Map<String, String> codes(DeployedSystem system) {
        Map<String, String> codes = new TreeMap<>();
        Specification specification = system.specification();
        specification.instances().keySet().forEach(name -> codes.put(name, Sha256.hex(system.code(name))));
        return codes;
    }

    public void write(Path file) {
        ReplayWriter.write(this, file);
    }

    /** @throws ReplayFileException if the file is not a replay file */
    public static Counterexample read(Path file) {
        return ReplayReader.read(file);
    }
}
