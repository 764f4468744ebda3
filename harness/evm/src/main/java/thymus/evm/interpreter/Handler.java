package thymus.evm.interpreter;

import thymus.evm.primitive.Word;

/**
 * The implementation of an instruction. The interpreter runs the function, and compiled code calls the method by its
 * name; a test checks that both are the same. The name is stored because only a serializable method reference knows its
 * name. Such references are not kept in the JVM's AOT cache, which would add about 100 ms to every start.
 */
public sealed interface Handler {
    /** A public method of {@link Word} whose receiver is the top of the stack. */
    record Pure(String method, WordOperation operation) implements Handler {}

    /**
     * A public static method. Its parameters are the operands, the top of the stack first, then the frame, and the EVM
     * if it needs it. An instruction that starts a frame has its operands and its result on the frame's stack.
     */
    record Static(Class<?> owner, String method, Body body) implements Handler {}

    /**
     * The instruction only moves stack words or transfers control. Interpreter, compiler and symbolic execution each
     * implement it themselves.
     */
    record Moves() implements Handler {}

    /** Runs on the frame's stack. The caller has charged the static gas and checked the stack bounds. */
    sealed interface Body {
        void run(Frame f, Evm evm);

        /** Returns whether the last parameter of the method is the EVM. */
        default boolean takesMachine() {
            return true;
        }
    }

    /** A method without an EVM parameter. */
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
