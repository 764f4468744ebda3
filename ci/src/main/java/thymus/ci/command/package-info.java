/**
 * The commands {@code check}, {@code init}, {@code lsp}, {@code replay}, {@code recheck}, {@code mutate},
 * {@code guard}, {@code bench} and {@code statetest}: their options, and what they print. A command reads its input,
 * calls the package that does the work, and returns an exit code.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.check}, {@code ci.engine}, {@code ci.expected},
 * {@code ci.guard}, {@code ci.init}, {@code ci.lsp}, {@code ci.report}, {@code ci.verdict}, {@code evm},
 * {@code evm.jit}, {@code evm.statetest},
 * {@code fork.rpc}, {@code fork.state}, {@code fuzz}, {@code fuzz.mutation}, {@code fuzz.system}, {@code solver},
 * {@code solver.proof}, {@code solver.registry}, {@code solver.smt}, {@code spec}, {@code spec.format},
 * {@code spec.syntax}, {@code spec.text}, {@code spec.tree}, {@code system.crosscheck}, {@code system.execution},
 * {@code system.replay}.
 */
package thymus.ci.command;
