package thymus.solver.proof;

import java.util.ArrayList;
import java.util.List;
import thymus.spec.tree.Expr;

/**
 * Lemmas to try. None is believed: the inductive ones among them are kept, by a solver's word. Each template is written
 * once, for all contracts.
 */
abstract sealed class LemmaTemplates permits StateTemplates, WindowTemplates, PastTemplates {
    final Vocabulary vocabulary;
    private final List<Candidate> found = new ArrayList<>();

    LemmaTemplates(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    final void propose(String name, Expr condition) {
        found.add(new Candidate(name, condition, false));
    }

    final List<Candidate> found() {
        return List.copyOf(found);
    }
}
