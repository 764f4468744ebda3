package thymus.evm.interpreter;

import thymus.evm.primitive.Word;

/**
 * What does an instruction: the interpreter runs it, compiled code calls the method that it names. The name stands beside the
 * reference to the same method, and a test holds them to be one: a reference can tell its name only if it is serializable,
 * and such references are not kept in the JVM's AOT cache, which would cost every start some 100 ms.
 */
public sealed interface Handler {
    /** A public method of {@link Word}, whose receiver is the top of the stack. */
    record Pure(String method, WordOperation operation) implements Handler {}

    /**
     * A public static method that takes the operands, the top first, then the frame, and the machine where it needs it. Of an
     * instruction that starts a frame the operands and the result are on the frame's stack.
     */
    record Static(Class<?> owner, String method, Body body) implements Handler {}

    /** The instruction only moves words on the stack or control in the code, for which every reading has its own way. */
    record Moves() implements Handler {}

    /** Runs on the frame's stack. Static gas is charged and the bounds of the stack are checked by the caller. */
    sealed interface Body {
        void run(Frame f, Evm evm);

        /** Whether the method's last parameter is the machine. */
        default boolean takesMachine() {
            return true;
        }
    }

    /** A method that has no use for the machine. */
    sealed interface FrameBody extends Body {
        @Override
        default boolean takesMachine() {
            return false;
        }
    }

    @FunctionalInterface
    non-sealed interface FrameGives0 extends FrameBody {
        Word of(Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f));
        }
    }

    @FunctionalInterface
    non-sealed interface FrameGives1 extends FrameBody {
        Word of(Word a, Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f.pop(), f));
        }
    }

    @FunctionalInterface
    non-sealed interface FrameGives2 extends FrameBody {
        Word of(Word a, Word b, Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f.pop(), f.pop(), f));
        }
    }

    @FunctionalInterface
    non-sealed interface FrameDoes0 extends FrameBody {
        void of(Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            of(f);
        }
    }

    @FunctionalInterface
    non-sealed interface FrameDoes2 extends FrameBody {
        void of(Word a, Word b, Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f);
        }
    }

    @FunctionalInterface
    non-sealed interface FrameDoes3 extends FrameBody {
        void of(Word a, Word b, Word c, Frame frame);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f.pop(), f);
        }
    }

    @FunctionalInterface
    non-sealed interface Gives0 extends Body {
        Word of(Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f, evm));
        }
    }

    @FunctionalInterface
    non-sealed interface Gives1 extends Body {
        Word of(Word a, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f.pop(), f, evm));
        }
    }

    @FunctionalInterface
    non-sealed interface Gives2 extends Body {
        Word of(Word a, Word b, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            f.push(of(f.pop(), f.pop(), f, evm));
        }
    }

    @FunctionalInterface
    non-sealed interface Does0 extends Body {
        void of(Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does1 extends Body {
        void of(Word a, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does2 extends Body {
        void of(Word a, Word b, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does3 extends Body {
        void of(Word a, Word b, Word c, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f.pop(), f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does4 extends Body {
        void of(Word a, Word b, Word c, Word d, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does5 extends Body {
        void of(Word a, Word b, Word c, Word d, Word e, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
        }
    }

    @FunctionalInterface
    non-sealed interface Does6 extends Body {
        void of(Word a, Word b, Word c, Word d, Word e, Word f, Frame frame, Evm evm);

        @Override
        default void run(Frame f, Evm evm) {
            of(f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f.pop(), f, evm);
        }
    }
}
