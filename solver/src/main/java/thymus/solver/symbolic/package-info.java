/**
 * The symbolic machine: runs bytecode on terms along every path. What it does not read precisely is either an
 * unknown function over its operands or refused by name, never left out.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.interpreter}, {@code system.execution}, {@code evm.primitive},
 * {@code solver}, {@code solver.state}, {@code solver.term}.
 */
package thymus.solver.symbolic;
