package thymus.corpus.traps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A verdict that cannot be right, or a fault on the way to one. */
record Wrong(TrapPair pair, boolean planted, String property, String verdict, Path folder) {
    /** All that a person needs to see it again. */
    String told() {
        try {
            return String.format(
                    "seed %d (%s, %s, guard %s), %s twin, %s: %s%nthymus check %s%nbroken by %s%n%s%n%s",
                    pair.seed(),
                    pair.kinds(),
                    pair.victim(),
                    pair.guard().kind(),
                    planted ? "planted" : "clean",
                    property,
                    verdict,
                    folder.resolve("case.inv"),
                    planted ? pair.witness() : "nothing",
                    Files.readString(folder.resolve("C.sol")),
                    Files.readString(folder.resolve("case.inv")));
        } catch (IOException gone) {
            return folder + ": " + gone;
        }
    }
}
