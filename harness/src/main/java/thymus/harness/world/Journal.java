package thymus.harness.world;

import java.util.ArrayList;

/** How to take back what was done, last first. */
final class Journal {
    private final ArrayList<Runnable> undo = new ArrayList<>();

    void add(Runnable takeBack) {
        undo.add(takeBack);
    }

    int position() {
        return undo.size();
    }

    void rollback(int position) {
        if (position > undo.size()) {
            throw new IllegalArgumentException("snapshot " + position + " lies after the present, " + undo.size()
                    + "; was an earlier one rolled back in between?");
        }
        for (int i = undo.size() - 1; i >= position; i--) {
            undo.remove(i).run();
        }
    }

    void forget() {
        undo.clear();
    }
}
