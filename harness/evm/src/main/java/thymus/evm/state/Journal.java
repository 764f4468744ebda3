package thymus.evm.state;

import java.util.Arrays;

/**
 * The undo journal. Entries are in parallel arrays: a write allocates nothing, and a rollback costs as much as the
 * writes.
 */
final class Journal {
    Change[] changes = new Change[1024];
    Object[] subjects = new Object[1024];
    Object[] others = new Object[1024];
    long[] numbers = new long[1024];
    private int size;

    /** The entries that are set aside during a visit to an earlier state. */
    record Aside(Change[] changes, Object[] subjects, Object[] others, long[] numbers) {}

    void add(Change change, Object subject, Object other, long number) {
        if (size == changes.length) {
            room(size + 1);
        }
        changes[size] = change;
        subjects[size] = subject;
        others[size] = other;
        numbers[size++] = number;
    }

    void add(Change change, Object subject, Object other) {
        add(change, subject, other, 0);
    }

    private void room(int wanted) {
        int length = Math.max(wanted, 2 * changes.length);
        changes = Arrays.copyOf(changes, length);
        subjects = Arrays.copyOf(subjects, length);
        others = Arrays.copyOf(others, length);
        numbers = Arrays.copyOf(numbers, length);
    }

    int position() {
        return size;
    }

    void rollback(int position) {
        requirePast(position);
        while (size > position) {
            size--;
            changes[size].run(this, size);
            subjects[size] = null;
            others[size] = null;
        }
    }

    /** Undoes the entries that outlive their transaction, for {@link #attach} to redo, and drops all others. */
    Aside detach(int position) {
        requirePast(position);
        for (int i = size - 1; i >= position; i--) {
            if (changes[i].outlives) {
                changes[i].run(this, i);
            }
        }
        Aside aside = new Aside(
                Arrays.copyOfRange(changes, position, size),
                Arrays.copyOfRange(subjects, position, size),
                Arrays.copyOfRange(others, position, size),
                Arrays.copyOfRange(numbers, position, size));
        size = position;
        return aside;
    }

    void attach(Aside aside) {
        int start = size;
        int count = aside.changes().length;
        if (start + count > changes.length) {
            room(start + count);
        }
        System.arraycopy(aside.changes(), 0, changes, start, count);
        System.arraycopy(aside.subjects(), 0, subjects, start, count);
        System.arraycopy(aside.others(), 0, others, start, count);
        System.arraycopy(aside.numbers(), 0, numbers, start, count);
        size += count;
        for (int i = start; i < size; i++) {
            if (changes[i].outlives) {
                changes[i].run(this, i);
            }
        }
    }

    private void requirePast(int position) {
        if (position > size) {
            throw new IllegalArgumentException("snapshot " + position + " lies after the present, " + size
                    + "; was an earlier one rolled back in between?");
        }
    }

    void forget() {
        Arrays.fill(subjects, 0, size, null);
        Arrays.fill(others, 0, size, null);
        size = 0;
    }
}
