/**
 * The specification over terms: properties, views, windows and triggers in a symbolic state. The semantics of
 * expressions is not implemented again: {@code thymus.spec.monitor.Evaluator} runs on terms instead of numbers.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code solver}, {@code solver.state}, {@code solver.symbolic},
 * {@code solver.term}, {@code spec}, {@code spec.contract}, {@code spec.monitor}, {@code spec.text}, {@code spec.tree},
 * {@code system.execution}.
 */
package thymus.solver.property;
