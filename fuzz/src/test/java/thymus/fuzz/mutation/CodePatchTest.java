package thymus.fuzz.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.evm.interpreter.Receipt;
import thymus.fixtures.Repository;
import thymus.fuzz.CampaignListener;
import thymus.fuzz.CampaignOptions;
import thymus.fuzz.system.Campaign;
import thymus.fuzz.system.Corpus;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

@Tag("integration")
class CodePatchTest {
    private static final int STRIDE = 11;

    /** A patch that changes nothing must change nothing, wherever it is put. */
    @Test
    void anInstructionInItsOwnPlaceDoesWhatItDid() {
        DeployedSystem original = Corpus.deploy(Repository.vault());
        List<Step> steps = new Campaign(
                        Corpus.deploy(Repository.vault()), CampaignOptions.of(3, 3_000), CampaignListener.SILENT)
                .run().corpus().stream()
                        .flatMap(List::stream)
                        .filter(step -> step.gas() == Step.ALL_GAS)
                        .limit(120)
                        .toList();
        List<String> expected = run(original, steps);
        assertTrue(
                expected.stream().filter(outcome -> outcome.startsWith("true")).count() > 20);
        Bytecode code = Bytecode.of(original.code("vault"));
        int patches = 0;
        int index = 0;
        for (int pc = 0; pc < code.size(); pc = code.next(pc), index++) {
            MutationPoint same = new MutationPoint(pc, MutationOperator.CONSTANT, List.of(), true);
            Optional<Bytecode> patched = index % STRIDE == 0 ? CodePatch.apply(code, same) : Optional.empty();
            if (patched.isPresent()) {
                patches++;
                DeployedSystem system = Corpus.deploy(Repository.vault());
                system.chain().world().setCode(system.addressOf("vault"), patched.get());
                assertTrue(expected.equals(run(system, steps)), "patched at pc " + pc);
            }
        }
        assertTrue(patches > 50, patches + " patches were put in");
    }

    private static List<String> run(DeployedSystem system, List<Step> steps) {
        List<String> outcomes = new ArrayList<>();
        int start = system.snapshot();
        for (Step step : steps) {
            Receipt receipt = system.execute(step).receipt();
            outcomes.add(receipt.ok() + " " + Arrays.hashCode(receipt.output()) + " "
                    + receipt.logs().stream()
                            .map(log -> log.topics() + " " + Arrays.hashCode(log.data()))
                            .toList());
        }
        system.rollback(start);
        return outcomes;
    }

    @Test
    void whatIsLeftOfAnOverwrittenConstantHidesNoJumpDestination() {
        // The fourth byte that the jump takes is in a PUSH5, of whose bytes one that is left looks like a PUSH32.
        Bytecode code = Bytecode.parse("0x01" + "5001" + "64000000007f" + "5b00");
        Bytecode patched = CodePatch.apply(code, new MutationPoint(0, MutationOperator.ARITHMETIC, List.of(Opcode.SUB)))
                .orElseThrow();
        assertTrue(patched.isJumpDestination(9), patched::toString);
    }

    @Test
    void aBlockThatIsTooShortIsLeftAlone() {
        assertEquals(
                Optional.empty(),
                CodePatch.apply(
                        Bytecode.parse("0x5b01005b00"),
                        new MutationPoint(1, MutationOperator.ARITHMETIC, List.of(Opcode.SUB))));
    }
}
