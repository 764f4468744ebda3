package thymus.harness.world;

import java.util.ArrayList;
import java.util.List;

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
        requirePast(position);
        for (int i = undo.size() - 1; i >= position; i--) {
            undo.remove(i).run();
        }
    }

    /** Takes back what outlived its transaction, for {@link #attach} to do again; the rest means nothing any more. */
    List<Runnable> detach(int position) {
        requirePast(position);
        List<Runnable> tail = undo.subList(position, undo.size());
        List<Runnable> since = new ArrayList<>(tail);
        tail.clear();
        for (int i = since.size() - 1; i >= 0; i--) {
            if (since.get(i) instanceof Exchange exchange) {
                exchange.run();
            }
        }
        return since;
    }

    void attach(List<Runnable> since) {
        for (Runnable entry : since) {
            if (entry instanceof Exchange exchange) {
                exchange.run();
            }
        }
        undo.addAll(since);
    }

    private void requirePast(int position) {
        if (position > undo.size()) {
            throw new IllegalArgumentException("snapshot " + position + " lies after the present, " + undo.size()
                    + "; was an earlier one rolled back in between?");
        }
    }

    void forget() {
        undo.clear();
    }
}
