/**
 * The symbolic machine: runs bytecode on terms along every path. What it does not read precisely is either an
 * unknown function over its operands or refused by name, never left out.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.code}, {@code evm.interpreter}, {@code evm.primitive},
 * {@code solver}, {@code solver.state}, {@code solver.term}, {@code system.execution}.
 */
package thymus.solver.symbolic;
