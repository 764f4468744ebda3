/**
 * The symbolic machine: executes bytecode on terms along every path. A construct that is not modelled precisely is
 * either an unknown function of its operands or refused by name, and is never skipped.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive},
 * {@code solver}, {@code solver.state}, {@code solver.term}, {@code spec}, {@code system.execution}.
 */
package thymus.solver.symbolic;
