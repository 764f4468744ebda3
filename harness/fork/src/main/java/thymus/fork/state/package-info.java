/**
 * The state of another chain, from which worlds go on: files that hold all of it, and nodes that are asked for what is
 * needed. A {@link thymus.fork.state.ForkState} may be shared by threads; the origins that it gives may not.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.chain}, {@code evm.code}, {@code evm.json},
 * {@code evm.primitive}, {@code evm.state}, {@code fork.rpc}, {@code spec}, {@code spec.text}.
 */
package thymus.fork.state;
