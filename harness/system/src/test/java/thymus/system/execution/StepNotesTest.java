package thymus.system.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thymus.contracts.layout.Preimages;
import thymus.evm.interpreter.Message;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.trace.Footprint;

class StepNotesTest {
    private static final Address A = Address.of(Word.of(0xa0a));
    private static final Address B = Address.of(Word.of(0xb0b));
    private static final Address C = Address.of(Word.of(0xc0c));

    private final Preimages preimages = new Preimages();
    private final StepNotes notes = new StepNotes(preimages, new WrittenSlots(preimages, false), true, false);

    private static Message message(Message.Kind kind, Address from, Address to, long value, int depth) {
        return new Message(kind, from, to, to, Word.of(value), new byte[0], 100_000, false, depth);
    }

    private void call(Message message, Optional<String> failure, Runnable inner) {
        notes.onCall(message);
        inner.run();
        notes.onReturn(message, new byte[0], 0, failure);
    }

    private static EtherMove move(Address from, Address to, long value) {
        return new EtherMove(from, to, Word.of(value));
    }

    private static void nothing() {}

    @Test
    void whatCallsAndCreationsSendIsNotedInOrder() {
        notes.begin();
        call(
                message(Message.Kind.CALL, A, B, 5, 0),
                Optional.empty(),
                () -> call(message(Message.Kind.CREATE, B, C, 2, 1), Optional.empty(), StepNotesTest::nothing));
        assertEquals(List.of(move(A, B, 5), move(B, C, 2)), notes.moves());
        notes.begin();
        assertEquals(List.of(), notes.moves());
    }

    @Test
    void nothingAndWhatIsPassedOnIsNoMove() {
        notes.begin();
        call(message(Message.Kind.CALL, A, B, 0, 0), Optional.empty(), () -> {
            call(message(Message.Kind.DELEGATECALL, A, B, 5, 1), Optional.empty(), StepNotesTest::nothing);
            call(message(Message.Kind.CALLCODE, B, B, 5, 1), Optional.empty(), StepNotesTest::nothing);
        });
        assertEquals(List.of(), notes.moves());
    }

    @Test
    void aCallThatFailsUndoesWhatWasMovedWithinIt() {
        notes.begin();
        call(message(Message.Kind.CALL, A, B, 9, 0), Optional.empty(), () -> {
            call(message(Message.Kind.CALL, B, C, 1, 1), Optional.empty(), StepNotesTest::nothing);
            call(
                    message(Message.Kind.CALL, B, C, 2, 1),
                    Optional.of("reverted"),
                    () -> call(message(Message.Kind.CALL, C, A, 3, 2), Optional.empty(), StepNotesTest::nothing));
            call(message(Message.Kind.CALL, B, C, 4, 1), Optional.empty(), StepNotesTest::nothing);
        });
        assertEquals(List.of(move(A, B, 9), move(B, C, 1), move(B, C, 4)), notes.moves());
    }

    /** What somebody has read of a balance before may be another one now, although no call sent anything. */
    @Test
    void aContractThatDestroysItselfMovesItsEther() {
        notes.begin();
        call(message(Message.Kind.CALL, A, B, 0, 0), Optional.empty(), () -> notes.onDestroy(B, C, Word.of(7)));
        assertEquals(List.of(move(B, C, 7)), notes.moves());
        assertEquals(Footprint.EVERYTHING, notes.written());
    }

    @Test
    void ofAnHeirThatIsTheContractItselfNothingMoves() {
        notes.begin();
        call(message(Message.Kind.CALL, A, B, 0, 0), Optional.empty(), () -> notes.onDestroy(B, B, Word.of(7)));
        assertEquals(List.of(), notes.moves());
    }
}
