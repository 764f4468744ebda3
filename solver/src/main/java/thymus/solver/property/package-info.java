/**
 * The specification read over terms: properties, views, windows and triggers in a symbolic state. The meaning of
 * expressions is not written again here. It is the evaluator of {@code thymus.spec.monitor}, which runs on terms in
 * place of numbers.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code solver}, {@code solver.state}, {@code solver.symbolic},
 * {@code solver.term}, {@code spec}, {@code spec.contract}, {@code spec.monitor}, {@code spec.text},
 * {@code spec.tree}.
 */
package thymus.solver.property;
