package thymus.harness.evm;

/** Runs, by the opcode table, the instructions that the interpreter's loop does not do itself. */
final class Instructions {
    private static final Handler.Body[] BODIES = new Handler.Body[256];

    static {
        for (int code = 0; code < 256; code++) {
            BODIES[code] = body(Opcode.of(code));
        }
    }

    private Instructions() {}

    /** Static gas is charged and the bounds of the stack are checked by the caller. */
    static void execute(int op, Frame f, Evm evm) {
        BODIES[op].run(f, evm);
    }

    private static Handler.Body body(Opcode opcode) {
        Handler.Body body = switch (opcode.handler()) {
            case Handler.Static method -> method.body();
            case Handler.Pure pure -> body(pure.operation());
            case Handler.Moves moves -> (Handler.Does0) (f, evm) -> {
                throw new AssertionError("the interpreter's loop has no case for " + opcode);
            };
        };
        // Asking for the fork costs nothing where every fork has the instruction.
        return opcode.since() == EvmFork.FIRST ? body : (Handler.Does0) (f, evm) -> {
            evm.require(opcode.since());
            body.run(f, evm);
        };
    }

    private static Handler.Body body(WordOperation operation) {
        return switch (operation) {
            case WordOperation.Unary unary -> (Handler.Does0) (f, evm) -> f.push(unary.of(f.pop()));
            case WordOperation.Binary binary -> (Handler.Does0) (f, evm) -> f.push(binary.of(f.pop(), f.pop()));
            case WordOperation.Ternary ternary ->
                (Handler.Does0) (f, evm) -> f.push(ternary.of(f.pop(), f.pop(), f.pop()));
        };
    }
}
