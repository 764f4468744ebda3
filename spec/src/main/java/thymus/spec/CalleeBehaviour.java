package thymus.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a contract whose code a proof does not read behaves, as the file assumes. Whatever it is called with may fail. It
 * neither enters the system while it is called nor moves ether.
 */
public enum CalleeBehaviour {
    ERC20("erc20", "an ERC-20 token: transfer, transferFrom and approve return true and move what they say"),
    ERC20_NO_RETURN(
            "erc20NoReturn", "an ERC-20 token that may return nothing: transfer and transferFrom move what they say"),
    FEE_ON_TRANSFER(
            "feeOnTransfer",
            "an ERC-20 token that keeps a part: transfer and transferFrom take what they say, and give no more"),
    ERC4626("erc4626", "a vault whose shares are an ERC-20 token, and whose other functions return anything"),
    PRICE_FEED("pricefeed", "a feed: its answers are anything, and stay within a step"),
    VIEW("view", "code that returns anything");

    private static final String MARK = " behaves as ";

    private final String word;
    private final String meaning;

    CalleeBehaviour(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The words of all behaviours in a file. */
    public static List<String> words() {
        return Arrays.stream(values()).map(behaviour -> behaviour.word).toList();
    }

    public static Optional<CalleeBehaviour> of(String word) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.word.equals(word))
                .findFirst();
    }

    /** Whether it keeps balances, which its own functions change only. */
    public boolean isToken() {
        return switch (this) {
            case ERC20, ERC20_NO_RETURN, FEE_ON_TRANSFER, ERC4626 -> true;
            case PRICE_FEED, VIEW -> false;
        };
    }

    /** Whether the same question has the same answer as long as nothing else happened. */
    public boolean answersAlike() {
        return this != VIEW;
    }

    /** Whether what it answers may follow from what other contracts store. */
    public boolean answersByOthers() {
        return this == ERC4626;
    }

    /** What a proof assumes of a callee, in words. */
    public String assumption(String callee) {
        return callee + MARK + word + ", " + meaning
                + "; it may fail at any time, and neither enters the system nor moves ether while it is called";
    }

    /** Whether it is what {@link #assumption} says of some callee. */
    public static boolean isAssumption(String text) {
        int name = text.indexOf(MARK);
        return name > 0
                && Arrays.stream(values())
                        .anyMatch(behaviour -> text.equals(behaviour.assumption(text.substring(0, name))));
    }
}
