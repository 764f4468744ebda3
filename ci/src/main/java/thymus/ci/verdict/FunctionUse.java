package thymus.ci.verdict;

/**
 * How often the fuzzer's calls of a function got through.
 *
 * @param function such as {@code vault.withdraw(uint256)}
 */
public record FunctionUse(String function, long succeeded, long reverted) {}
