package thymus.ci.verdict;

import java.util.List;

/**
 * How often the fuzzer's calls of a function got through.
 *
 * @param function such as {@code vault.withdraw(uint256)}
 * @param reasons why calls failed, the most frequent first; none where some succeeded
 */
public record FunctionUse(String function, long succeeded, long reverted, List<String> reasons) {
    public FunctionUse {
        reasons = List.copyOf(reasons);
    }
}
