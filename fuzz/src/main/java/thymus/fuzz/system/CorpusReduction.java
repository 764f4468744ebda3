package thymus.fuzz.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import thymus.evm.HarnessException;
import thymus.fuzz.run.Features;
import thymus.system.execution.DeployedSystem;
import thymus.system.execution.Step;

/** What the sequences of a corpus reach, and which of them reach it all. */
public final class CorpusReduction {
    private CorpusReduction() {}

    /**
     * What one sequence reaches.
     *
     * @param index of the sequence in the corpus
     * @param coverage the number of its features
     * @param news the number of those that no sequence before it reaches
     */
    public record Reach(int index, int coverage, int news) {}

    /**
     * Runs the sequences, the shortest first and equally long ones in their order. Those with news reach all that the
     * corpus reaches. A sequence that the adversary may not send reaches nothing.
     *
     * @param system after setup; it is left in an unspecified state
     */
    public static List<Reach> of(DeployedSystem system, List<List<Step>> sequences) {
        SystemUniverse universe = new SystemUniverse(system);
        SystemSubject subject = new SystemSubject(system, List.of(), universe.outsiders());
        Features covered = new Features();
        List<Reach> reaches = new ArrayList<>();
        IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> sequences.get(i).size()))
                .forEach(i -> {
                    int[] places = universe.allowed(sequences.get(i)) ? places(subject, sequences.get(i)) : new int[0];
                    reaches.add(new Reach(i, places.length, covered.news(places).length));
                    covered.addPlaces(places);
                });
        return List.copyOf(reaches);
    }

    private static int[] places(SystemSubject subject, List<Step> steps) {
        subject.begin();
        try {
            steps.forEach(subject::execute);
        } catch (HarnessException e) {
            // What ran before the step that no block contains counts.
        }
        return subject.features().since(0);
    }
}
