/**
 * The results of a check as text for a terminal, as JSON and as JUnit XML. A report renders what a {@link
 * thymus.ci.verdict.CheckResult} holds and decides nothing. Text from files and chains may be hostile, so every
 * report escapes it for its format.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.check}, {@code ci.expected}, {@code ci.verdict}, {@code fork.state},
 * {@code fuzz.mutation}, {@code spec}, {@code spec.text}, {@code system.crosscheck}, {@code system.execution}.
 */
package thymus.ci.report;
