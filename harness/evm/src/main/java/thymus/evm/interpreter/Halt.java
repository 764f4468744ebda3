package thymus.evm.interpreter;

/** Why a frame failed. Every reason except a revert consumes the frame's gas. */
enum Halt {
    OUT_OF_GAS("out of gas"),
    STACK_UNDERFLOW("stack underflow"),
    STACK_OVERFLOW("stack overflow"),
    BAD_JUMP("jump to a place that is no JUMPDEST"),
    BAD_INSTRUCTION("invalid instruction"),
    STATIC_CHANGE("state change in a static call"),
    RETURN_DATA_BOUNDS("read beyond the return data"),
    REVERT("execution reverted"),
    COLLISION("contract address is taken"),
    CODE_TOO_LARGE("deployed code over 24576 bytes"),
    CODE_STARTS_WITH_EF("deployed code starts with 0xef"),
    INIT_CODE_TOO_LARGE("init code over 49152 bytes"),
    PRECOMPILE("precompile refused its input");

    final String text;
    /** One shared exception per reason, without a stack trace: failures are frequent. */
    final HaltException exception;

    Halt(String text) {
        this.text = text;
        exception = new HaltException(this);
    }

    /** Unwinds from an instruction that halts the frame. */
    static final class HaltException extends RuntimeException {
        final transient Halt halt;

        private HaltException(Halt halt) {
            super(halt.text, null, false, false);
            this.halt = halt;
        }
    }
}
