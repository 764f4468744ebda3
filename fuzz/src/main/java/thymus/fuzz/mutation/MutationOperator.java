package thymus.fuzz.mutation;

import static thymus.evm.interpreter.Opcode.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thymus.evm.interpreter.Opcode;

/** A kind of small change of code, as a slip of a programmer would make it. */
public enum MutationOperator {
    /** The limit itself is on the other side: {@code <} for {@code <=}. */
    BOUNDARY("a bound includes its limit, or no longer does") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return Optional.ofNullable(
                    switch (opcode) {
                        case LT -> List.of(GT, ISZERO);
                        case GT -> List.of(LT, ISZERO);
                        case SLT -> List.of(SGT, ISZERO);
                        case SGT -> List.of(SLT, ISZERO);
                        default -> null;
                    });
        }
    },
    NEGATION("a condition is negated") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return opcode == JUMPI ? Optional.of(List.of(SWAP1, ISZERO, SWAP1, JUMPI)) : Optional.empty();
        }
    },
    /** The branch that does not revert is always taken; which one that is, the place decides. */
    CHECK_REMOVED("a check is removed") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return Optional.empty();
        }
    },
    ARITHMETIC("an operator is another") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return Optional.ofNullable(SWAPPED.get(opcode)).map(List::of);
        }
    },
    WRITE_DROPPED("a write to storage is dropped") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return opcode == SSTORE || opcode == TSTORE ? Optional.of(List.of(POP, POP)) : Optional.empty();
        }
    },
    /** It reaches {@link Stub}, without ether, which answers that all is well. */
    CALL_DROPPED("a call is dropped") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return switch (opcode) {
                case CALL -> Optional.of(List.of(SWAP2, POP, PUSH0, SWAP2, SWAP1, POP, PUSH0, NOT, SWAP1, CALL));
                case DELEGATECALL -> Optional.of(List.of(SWAP1, POP, PUSH0, NOT, SWAP1, DELEGATECALL));
                default -> Optional.empty();
            };
        }
    },
    CONSTANT("a number is one more") {
        @Override
        Optional<List<Opcode>> replaced(Opcode opcode) {
            return opcode.isPush() ? Optional.of(List.of(PUSH0, ISZERO, ADD)) : Optional.empty();
        }

        @Override
        boolean isAdded() {
            return true;
        }
    };

    private static final Map<Opcode, Opcode> SWAPPED =
            Map.of(ADD, SUB, SUB, ADD, MUL, DIV, DIV, MUL, MOD, DIV, EXP, MUL, AND, OR, OR, AND);

    private static final Map<Opcode, String> SIGNS =
            Map.of(ADD, "+", SUB, "-", MUL, "*", DIV, "/", MOD, "%", EXP, "**", AND, "&", OR, "|");
    private static final Pattern DECIDING = Pattern.compile("\\b(require|assert|if|while|for)\\b|&&|\\|\\||\\?");
    private static final Pattern NUMBER = Pattern.compile("[0-9].*");

    private static final Pattern ONE_SIGN = Pattern.compile("[^-+*/%<>=&|]+([-+*/%])=?[^-+*/%<>=&|]+");

    private final String description;

    MutationOperator(String description) {
        this.description = description;
    }

    /** What it does to a program, in words. */
    public String description() {
        return description;
    }

    /**
     * What stands in the place of a jump into a function that the compiler adds for checked arithmetic: the operator
     * itself, another one, and the way back. The two operands lie above the return address.
     *
     * @param source of the expression, such as {@code a + b} or {@code a -= b}
     */
    static Optional<List<Opcode>> ofChecked(String source) {
        Matcher expression = ONE_SIGN.matcher(source);
        return expression.matches()
                ? SIGNS.entrySet().stream()
                        .filter(sign -> sign.getValue().equals(expression.group(1)))
                        .map(sign -> List.of(POP, SWAPPED.get(sign.getKey()), SWAP1, JUMP))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the new instructions follow the old one. */
    boolean isAdded() {
        return false;
    }

    /** Whether an expression of this text can be meant; compilers add comparisons, jumps and sums of their own. */
    boolean fits(Opcode opcode, String source) {
        return switch (this) {
            case BOUNDARY -> source.contains("<") || source.contains(">");
            case NEGATION, CHECK_REMOVED -> DECIDING.matcher(source).find();
            case ARITHMETIC -> source.contains(SIGNS.get(opcode));
            case CONSTANT -> NUMBER.matcher(source).matches();
            case WRITE_DROPPED, CALL_DROPPED -> true;
        };
    }

    /** What stands in the place of the instruction; empty if the operator has nothing to do with it. */
    abstract Optional<List<Opcode>> replaced(Opcode opcode);
}
