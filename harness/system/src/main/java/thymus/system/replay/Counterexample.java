package thymus.system.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import thymus.spec.Specification;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/**
 * A sequence of steps that breaks a property, with what it takes to run it again.
 *
 * @param specification the .inv file
 * @param artifacts where the compiled contracts were said to be; empty: beside the specification
 * @param brokenAt after how many steps the property broke; 0: right after setup
 * @param specificationHash sha-256 of the .inv file, hexadecimal
 * @param fork the state that the system began with; empty: none
 * @param codeHashes deployed contract to the sha-256 of its code on the chain
 */
public record Counterexample(
        Path specification,
        Optional<Path> artifacts,
        long seed,
        String property,
        int brokenAt,
        String specificationHash,
        Optional<RecordedFork> fork,
        Map<String, String> codeHashes,
        List<RecordedStep> steps) {
    public Counterexample {
        codeHashes = new TreeMap<>(codeHashes);
        steps = List.copyOf(steps);
    }

    /** @param system on which the steps break the property, as it is after setup or later */
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
                Fingerprint.of(specification),
                system.fork().map(RecordedFork::of),
                codes(system),
                steps.stream().map(step -> RecordedStep.of(step, system)).toList());
    }

    /**
     * With what is named found elsewhere than the file says.
     *
     * @param artifacts empty: as the file says
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
                codeHashes,
                steps);
    }

    static Map<String, String> codes(DeployedSystem system) {
        Map<String, String> codes = new TreeMap<>();
        Specification specification = system.specification();
        specification.instances().keySet().forEach(name -> codes.put(name, Fingerprint.of(system.code(name))));
        return codes;
    }

    public void write(Path file) {
        ReplayWriter.write(this, file);
    }

    /** @throws ReplayFileException if it is no replay file */
    public static Counterexample read(Path file) {
        return ReplayReader.read(file);
    }
}
