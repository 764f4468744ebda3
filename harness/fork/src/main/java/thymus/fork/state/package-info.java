/**
 * The state of another chain, with which worlds start: a file that holds all of it, or a node that is asked on demand.
 * Threads may share a {@link thymus.fork.state.ForkState}, but not its origins.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.chain}, {@code evm.code}, {@code evm.json}, {@code evm.primitive},
 * {@code evm.state}, {@code fork.rpc}, {@code spec}, {@code spec.text}.
 */
package thymus.fork.state;
