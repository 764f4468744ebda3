package thymus.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import thymus.fuzz.run.BranchDistances.Approach;
import thymus.fuzz.run.BranchDistances.Known.News;

class BranchDistancesTest {
    private static final int TRUE = 1;
    private static final int FALSE = 2;

    private static Approach approach(int outcomes, double distance) {
        return new Approach(7, outcomes, distance, 3);
    }

    @Test
    void onlyWhatComesNearerOrTurnsIsNews() {
        BranchDistances.Known known = new BranchDistances.Known();
        assertEquals(News.NEARER, known.learn(approach(TRUE, 50)));
        assertEquals(News.NOTHING, known.learn(approach(TRUE, 50)));
        assertEquals(News.NEARER, known.learn(approach(TRUE, 49)));
        assertEquals(News.NEARER, known.learn(new Approach(8, FALSE, 1_000, 1)));
        assertEquals(News.TURNED, known.learn(approach(FALSE, 60)));
        assertEquals(News.NOTHING, known.learn(approach(TRUE, 0)));
        assertEquals(News.NOTHING, known.learn(approach(FALSE, 0)));
    }

    @Test
    void oneSequenceMayTurnAComparisonByItself() {
        BranchDistances.Known known = new BranchDistances.Known();
        assertEquals(News.TURNED, known.learn(approach(TRUE | FALSE, 0)));
        assertEquals(News.NOTHING, known.learn(approach(TRUE, 0)));
    }

    @Test
    void aSequenceIsRememberedWhereItsSidesWereNearest() {
        BranchDistances frontier = new BranchDistances();
        for (int round = 0; round < 2; round++) {
            frontier.clear();
            frontier.step(1);
            frontier.compared(1, true, 9);
            frontier.step(2);
            frontier.compared(1, true, 4);
            frontier.compared(2, false, 8);
            frontier.step(3);
            frontier.compared(1, true, 4);
            List<Approach> approaches = frontier.approaches();
            assertEquals(List.of(2, 2), approaches.stream().map(Approach::steps).toList());
            assertEquals(
                    List.of(4.0, 8.0),
                    approaches.stream().map(Approach::distance).toList());
            assertEquals(
                    List.of(TRUE, FALSE),
                    approaches.stream().map(Approach::outcomes).toList());
            assertNotEquals(approaches.getFirst().site(), approaches.getLast().site());
        }
    }
}
