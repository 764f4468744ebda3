/**
 * A check: every property proved and fuzzed side by side, and the rules by which results become verdicts. The
 * provers and the fuzzer stand behind the interfaces of this package, and {@code thymus.ci.engine} implements them.
 * One thread rules on all properties, so decisions need no locks.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.verdict}, {@code evm}, {@code fork.rpc}, {@code fork.state},
 * {@code fuzz}, {@code spec}, {@code spec.text}, {@code spec.tree}, {@code system.crosscheck},
 * {@code system.execution}.
 */
package thymus.ci.check;
