/**
 * The results of a check as plain data: verdicts, their evidence, and the assumptions they rest on. Nothing here
 * runs, proves or prints.
 *
 * <p>May import of Thymus: {@code ci}, {@code fork.state}, {@code spec}, {@code system.execution}.
 */
package thymus.ci.verdict;
