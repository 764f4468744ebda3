/**
 * The results of a check as plain data: verdicts, their evidence, and the assumptions they rest on. Nothing here
 * runs, proves or prints.
 *
 * <p>May import of Thymus: {@code ci}, {@code harness.fork}, {@code harness.system}.
 */
package thymus.ci.verdict;
