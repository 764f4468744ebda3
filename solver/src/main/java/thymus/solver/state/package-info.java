/**
 * Symbolic storage: slots grouped into regions and split into fields, so that the solver sees no packed words. A
 * {@link thymus.solver.state.StateSource} gives the initial values, and writes are kept in order.
 *
 * <p>May import of Thymus: {@code evm.primitive}, {@code solver}, {@code solver.term}, {@code spec.contract}.
 */
package thymus.solver.state;
